// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/image_dock.h"

#include "gui/actions.h"
#include "gui/docks/query_edit.h"
#include "gui/icons.h"
#include "gui/models/image_model.h"
#include "gui/models/thumbnails.h"
#include "gui/session/filter.h"
#include "gui/session/session.h"
#include "gui/session/tag_edits.h"
#include "gui/theme.h"

#include "core/project/image_tags.h"
#include "core/project/project.h"

#include <QBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

namespace gui {
namespace {

constexpr qsizetype kMostTagsInMenu = 30;
constexpr int kReviewedWidth = 34; ///< beside the tags, for the tick and their own margin

/// A thumbnail with its name below and badges: how many instances, how many of them nobody looked at (with a
/// question mark), its tags, and a tick if the image is reviewed.
class ThumbnailDelegate : public QStyledItemDelegate {
public:
    ThumbnailDelegate(Thumbnails& thumbnails, QObject* parent)
        : QStyledItemDelegate(parent), m_thumbnails(thumbnails) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return Thumbnails::kSize + QSize(2 * kMargin, option.fontMetrics.height() + 3 * kGap);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QPalette& palette = option.palette;
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const QRect cell = option.rect.adjusted(2, 2, -2, -2);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(palette.color(chosen ? QPalette::Highlight : QPalette::Button));
            painter->drawRoundedRect(cell, 4, 4);
        }
        const QRect frame(
            QPoint(cell.center().x() - Thumbnails::kSize.width() / 2 + 1, cell.top() + kGap - 1),
            Thumbnails::kSize);
        const QImage image = m_thumbnails.of(index.data(ImageModel::ImageRole).value<core::ImageId>(),
                                             index.data(ImageModel::PathRole).toString(),
                                             painter->device()->devicePixelRatioF());
        if (image.isNull()) {
            painter->setPen(palette.color(QPalette::Mid));
            painter->setBrush(palette.color(QPalette::AlternateBase));
            painter->drawRect(frame);
        } else {
            const QSize size = image.size().scaled(frame.size(), Qt::KeepAspectRatio);
            const QRect at(frame.center() - QPoint(size.width() / 2, size.height() / 2), size);
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            painter->drawImage(at, image);
        }
        paintBadges(painter, frame, index, option);
        painter->setPen(palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
        const QRect name(cell.left() + 4, frame.bottom() + 3, cell.width() - 8,
                         option.fontMetrics.height() + 2);
        painter->drawText(
            name, Qt::AlignCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
        painter->restore();
    }

private:
    static void paintBadges(QPainter* painter, const QRect& frame, const QModelIndex& index,
                            const QStyleOptionViewItem& option) {
        const int count = index.data(ImageModel::CountRole).toInt();
        const int open = index.data(ImageModel::OpenRole).toInt();
        int right = frame.right() - 2;
        if (count > 0) {
            right -= paintBadge(painter, QString::number(count), {right, frame.top() + 3}, option);
        }
        if (open > 0) {
            paintBadge(painter, QStringLiteral("%1 ?").arg(open), {right, frame.top() + 3}, option);
        }
        if (index.data(ImageModel::ReviewedRole).toBool()) {
            const QPoint at(frame.right() - 2, frame.bottom() - option.fontMetrics.height() - 2);
            paintBadge(painter, QStringLiteral("\u2713"), at, option);
        }
        const QStringList tags = index.data(ImageModel::TagsRole).toStringList();
        if (!tags.isEmpty()) {
            const QString text = option.fontMetrics.elidedText(
                tags.join(QStringLiteral(", ")), Qt::ElideRight, frame.width() - kReviewedWidth);
            const int width = option.fontMetrics.horizontalAdvance(text) + 8;
            paintBadge(painter, text,
                       {frame.left() + 2 + std::max(width, option.fontMetrics.height()),
                        frame.bottom() - option.fontMetrics.height() - 2},
                       option);
        }
    }

    /// `corner`: top right. Returns the width with its gap.
    static int paintBadge(QPainter* painter, const QString& text, QPoint corner,
                          const QStyleOptionViewItem& option) {
        const int width =
            std::max(option.fontMetrics.horizontalAdvance(text) + 8, option.fontMetrics.height());
        const QRect badge(corner.x() - width, corner.y(), width, option.fontMetrics.height());
        painter->setPen(Qt::NoPen);
        painter->setBrush(QColor(20, 22, 26, 210));
        painter->drawRoundedRect(badge, 4, 4);
        painter->setPen(Qt::white);
        painter->drawText(badge, Qt::AlignCenter, text);
        return width + 2;
    }

    Thumbnails& m_thumbnails;
};

} // namespace

ImageDock::ImageDock(Session& session, Actions& actions, QWidget* parent)
    : QDockWidget(tr("Images"), parent), m_session(session), m_actions(actions),
      m_model(new ImageModel(session, this)), m_thumbnails(new Thumbnails(session, this)) {
    setObjectName(QStringLiteral("images"));
    auto* content = new QWidget(this);
    m_filter = new QueryEdit(session, content);
    m_filter->setMaximumWidth(420);
    m_count = new QLabel(content);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setMinimumWidth(1); // a long sentence must not widen the window
    m_view = new QListView(content);
    m_view->setAccessibleName(tr("Images"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ThumbnailDelegate(*m_thumbnails, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setSelectionMode(QListView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QListView::customContextMenuRequested, this, &ImageDock::showMenu);
    m_view->setHorizontalScrollMode(QListView::ScrollPerPixel);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(kMargin, kGap / 2, kMargin, kGap / 2);
    top->addWidget(m_filter, 1);
    top->addStretch();
    top->addWidget(m_count);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view);
    setWidget(content);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (!m_following && index.isValid()) {
                    m_session.showImage(index.data(ImageModel::ImageRole).value<core::ImageId>());
                }
            });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_following = true; });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_following = false;
        updateCount();
        followImage();
    });
    connect(&session.filter(), &Filter::found, this, &ImageDock::updateCount);
    const auto enable = [this] {
        m_actions.setEnabled(ActionId::EditTags, m_session.openProject() != nullptr,
                             tr("no project is open"));
    };
    connect(&session, &Session::projectChanged, this, enable);
    enable();
    connect(&session, &Session::imageChanged, this, [this] {
        updateCount();
        followImage();
    });
    connect(m_thumbnails, &Thumbnails::ready, m_view->viewport(), qOverload<>(&QWidget::update));
    updateCount();
}

void ImageDock::focusFilter() {
    show();
    raise();
    m_filter->setFocus();
    m_filter->selectAll();
}

void ImageDock::resizeEvent(QResizeEvent* event) {
    QDockWidget::resizeEvent(event);
    const bool strip = width() > height();
    m_view->setFlow(strip ? QListView::LeftToRight : QListView::TopToBottom);
    m_view->setHorizontalScrollBarPolicy(strip ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(strip ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

void ImageDock::followImage() {
    const QModelIndex index = m_model->index(m_model->rowOf(m_session.image()));
    m_following = true;
    // What is current already may be chosen together with others.
    if (index != m_view->currentIndex()) {
        m_view->setCurrentIndex(index);
    }
    if (index.isValid()) {
        m_view->scrollTo(index);
    }
    m_following = false;
}

QList<core::ImageId> ImageDock::chosen() const {
    QList<core::ImageId> images;
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes()) {
        images << index.data(ImageModel::ImageRole).value<core::ImageId>();
    }
    if (images.isEmpty() && m_session.image().isValid()) {
        images << m_session.image();
    }
    return images;
}

void ImageDock::editTags() {
    const QList<core::ImageId> images = chosen();
    if (m_session.project() == nullptr || images.isEmpty()) {
        return;
    }
    const QStringList before = edits::commonTags(*m_session.project(), images);
    const QString question = images.size() == 1
                                 ? tr("Tags of the image, with commas between them:")
                                 : tr("Tags that all %1 images have, with commas between them:")
                                       .arg(QLocale().toString(images.size()));
    bool given = false;
    const QString line = QInputDialog::getText(this, tr("Image tags"), question, QLineEdit::Normal,
                                               before.join(QStringLiteral(", ")), &given);
    if (given && m_session.project() != nullptr) {
        m_session.commit(edits::setTags(*m_session.project(), images, core::imageTags(line), before));
    }
}

void ImageDock::showMenu(QPoint at) {
    const QList<core::ImageId> images = chosen();
    if (m_session.project() == nullptr || images.isEmpty()) {
        return;
    }
    QMenu menu(this);
    menu.addAction(m_actions[ActionId::EditTags]);
    menu.addSeparator();
    const QStringList common = edits::commonTags(*m_session.project(), images);
    for (const QString& tag : edits::allTags(*m_session.project()).mid(0, kMostTagsInMenu)) {
        QAction* action = menu.addAction(QString(tag).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(common.contains(tag, Qt::CaseInsensitive));
        connect(action, &QAction::triggered, this, [this, images, tag](bool on) {
            const QStringList change{tag};
            m_session.commit(edits::setTags(*m_session.project(), images, on ? change : QStringList(),
                                            on ? QStringList() : change));
        });
    }
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

void ImageDock::updateCount() {
    const int all = m_session.project() ? int(m_session.project()->images().size()) : 0;
    const Filter& filter = m_session.filter();
    const QLocale locale;
    if (all == 0) {
        m_count->clear();
    } else if (!filter.error().isEmpty()) {
        m_count->setText(filter.error());
    } else if (filter.isActive()) {
        m_count->setText(tr("%1 of %2 images, %3 instances")
                             .arg(locale.toString(m_model->rowCount()), locale.toString(all),
                                  locale.toString(qulonglong(filter.matches().instances.size()))));
    } else {
        m_count->setText(
            tr("%1 / %2").arg(locale.toString(m_session.imageIndex() + 1), locale.toString(all)));
    }
}

} // namespace gui
