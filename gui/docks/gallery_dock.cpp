// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/gallery_dock.h"

#include "gui/models/crops.h"
#include "gui/models/gallery_model.h"
#include "gui/session/gallery.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/project.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

namespace gui {
namespace {

/// The label that a digit key gives, by its place in the list: 1 is the first, 0 the tenth.
core::LabelId labelOfDigit(const core::Project& project, int digit) {
    const int place = digit == 0 ? 9 : digit - 1;
    const QList<core::Label>& labels = project.labels();
    return place < labels.size() ? labels[place].id : core::LabelId();
}

} // namespace

GalleryDock::GalleryDock(Session& session, QWidget* parent)
    : QDockWidget(tr("Gallery"), parent), m_session(session), m_crops(new Crops(session, this)),
      m_gallery(new Gallery(session, this)), m_model(new GalleryModel(*m_crops, this)) {
    setObjectName(QStringLiteral("gallery"));
    build();
    connect(m_label, &QComboBox::currentIndexChanged, this, &GalleryDock::ask);
    connect(m_order, &QComboBox::currentIndexChanged, this, &GalleryDock::ask);
    connect(this, &QDockWidget::visibilityChanged, this, &GalleryDock::ask);
    connect(m_gallery, &Gallery::changed, this, &GalleryDock::follow);
    connect(m_crops, &Crops::ready, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) { showItem(index.row()); });
    connect(&session, &Session::projectChanged, this, &GalleryDock::fillLabels);
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        if (event.labels) {
            fillLabels();
        }
    });
    fillLabels();
}

void GalleryDock::build() {
    auto* content = new QWidget(this);
    m_label = new QComboBox(content);
    m_label->setAccessibleName(tr("Label"));
    m_order = new QComboBox(content);
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("Largest first"), int(Gallery::Order::Largest));
    m_order->addItem(tr("Smallest first"), int(Gallery::Order::Smallest));
    m_order->addItem(tr("Least score first"), int(Gallery::Order::LeastScore));
    m_order->addItem(tr("Odd looks first"), int(Gallery::Order::Odd));
    m_order->setItemData(int(Gallery::Order::Odd),
                         tr("By colours, size and shape, compared with the others; no model is asked"),
                         Qt::ToolTipRole);
    m_view = new QListView(content);
    m_view->setModel(m_model);
    m_view->setViewMode(QListView::IconMode);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setMovement(QListView::Static);
    m_view->setUniformItemSizes(true);
    m_view->setSelectionMode(QListView::ExtendedSelection);
    m_view->setIconSize({Crops::kSide, Crops::kSide});
    m_view->setGridSize({Crops::kSide + 2 * kGap, Crops::kSide + kGap + m_view->fontMetrics().height()});
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Instances of the label"));
    m_view->installEventFilter(this);
    m_state = new QLabel(content);
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_label, 1);
    row->addWidget(m_order, 1);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kGap, kMargin, kGap);
    column->setSpacing(kGap);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    column->addWidget(m_state);
    setWidget(content);
}

void GalleryDock::fillLabels() {
    const QVariant chosen = m_label->currentData();
    {
        const QSignalBlocker quiet(m_label);
        m_label->clear();
        if (m_session.project() != nullptr) {
            for (const core::Label& label : m_session.project()->labels()) {
                m_label->addItem(label.name, label.id.value);
            }
        }
        m_label->setCurrentIndex(std::max(m_label->findData(chosen), m_label->count() > 0 ? 0 : -1));
    }
    ask();
}

void GalleryDock::ask() {
    const bool looked = isVisible() && m_label->currentIndex() >= 0;
    m_gallery->show(looked ? std::optional(core::LabelId{m_label->currentData().toLongLong()}) : std::nullopt,
                    Gallery::Order(m_order->currentData().toInt()));
}

void GalleryDock::follow() {
    const Gallery::Order order = m_gallery->order();
    m_model->setItems(m_gallery->items(), order == Gallery::Order::LeastScore ? GalleryModel::Caption::Score
                                          : order == Gallery::Order::Odd      ? GalleryModel::Caption::None
                                                                              : GalleryModel::Caption::Area);
    const QLocale locale;
    QString text = tr("%1 instances. Delete removes the chosen ones, a digit gives them that label.")
                       .arg(locale.toString(qint64(m_gallery->items().size())));
    if (order == Gallery::Order::Odd) {
        text += QLatin1Char(' ') + (m_gallery->unmeasured() > 0
                                        ? tr("Looking: %1 images to go …").arg(m_gallery->unmeasured())
                                        : tr("Compared by colours, size and shape."));
    }
    m_state->setText(text);
}

std::vector<GalleryItem> GalleryDock::chosen() const {
    std::vector<GalleryItem> items;
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes()) {
        items.push_back(m_model->items()[std::size_t(index.row())]);
    }
    return items;
}

void GalleryDock::showItem(int row) {
    const GalleryItem item = m_model->items()[std::size_t(row)];
    if (m_session.project()->image(item.image) == nullptr) {
        return; // removed since
    }
    m_session.showImage(item.image);
    if (const core::Annotation* a = m_session.project()->annotation(item.instance)) {
        m_session.selection().select(a->id);
        emit shown(a->mask.boundingBox());
    }
}

bool GalleryDock::press(int key) {
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        m_gallery->remove(chosen());
        return true;
    }
    if (key >= Qt::Key_0 && key <= Qt::Key_9 && m_session.project() != nullptr) {
        m_gallery->relabel(chosen(), labelOfDigit(*m_session.project(), key - Qt::Key_0));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_view->currentIndex().isValid()) {
            showItem(m_view->currentIndex().row());
        }
        return true;
    }
    return false;
}

bool GalleryDock::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return QDockWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() & ~Qt::KeypadModifier) {
        return QDockWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // bare keys mean the gallery while it has the focus
        return true;
    }
    return (!key->isAutoRepeat() && press(key->key())) || QDockWidget::eventFilter(watched, event);
}

} // namespace gui
