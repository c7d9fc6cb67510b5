// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/image_dock.h"

#include "gui/icons.h"
#include "gui/models/image_model.h"
#include "gui/models/thumbnails.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/project.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace gui {
namespace {

/// A thumbnail with its name below and the number of instances as a badge.
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
        paintBadge(painter, frame, index.data(ImageModel::CountRole).toInt(), option);
        painter->setPen(palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
        const QRect name(cell.left() + 4, frame.bottom() + 3, cell.width() - 8,
                         option.fontMetrics.height() + 2);
        painter->drawText(
            name, Qt::AlignCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
        painter->restore();
    }

private:
    static void paintBadge(QPainter* painter, const QRect& frame, int count,
                           const QStyleOptionViewItem& option) {
        if (count == 0) {
            return;
        }
        const QString text = QString::number(count);
        const int width =
            std::max(option.fontMetrics.horizontalAdvance(text) + 8, option.fontMetrics.height());
        const QRect badge(frame.right() - width - 2, frame.top() + 3, width, option.fontMetrics.height());
        painter->setPen(Qt::NoPen);
        painter->setBrush(QColor(20, 22, 26, 210));
        painter->drawRoundedRect(badge, 4, 4);
        painter->setPen(Qt::white);
        painter->drawText(badge, Qt::AlignCenter, text);
    }

    Thumbnails& m_thumbnails;
};

} // namespace

ImageDock::ImageDock(Session& session, QWidget* parent)
    : QDockWidget(tr("Images"), parent), m_session(session), m_model(new ImageModel(session, this)),
      m_thumbnails(new Thumbnails(this)), m_filtered(new QSortFilterProxyModel(this)) {
    setObjectName(QStringLiteral("images"));
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto* content = new QWidget(this);
    m_filter = new QLineEdit(content);
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter images by name"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(260);
    m_count = new QLabel(content);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_view = new QListView(content);
    m_view->setAccessibleName(tr("Images"));
    m_view->setModel(m_filtered);
    m_view->setItemDelegate(new ThumbnailDelegate(*m_thumbnails, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setHorizontalScrollMode(QListView::ScrollPerPixel);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(kMargin, kGap / 2, kMargin, kGap / 2);
    top->addWidget(m_filter);
    top->addStretch();
    top->addWidget(m_count);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view);
    setWidget(content);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setFilterFixedString(text);
        updateCount();
        followImage();
    });
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
    connect(&session, &Session::projectChanged, m_thumbnails, &Thumbnails::clear);
    connect(&session, &Session::imageChanged, this, [this] {
        updateCount();
        followImage();
    });
    connect(m_thumbnails, &Thumbnails::ready, m_view->viewport(), qOverload<>(&QWidget::update));
    updateCount();
}

void ImageDock::resizeEvent(QResizeEvent* event) {
    QDockWidget::resizeEvent(event);
    const bool strip = width() > height();
    m_view->setFlow(strip ? QListView::LeftToRight : QListView::TopToBottom);
    m_view->setHorizontalScrollBarPolicy(strip ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(strip ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

void ImageDock::followImage() {
    const QModelIndex index = m_filtered->mapFromSource(m_model->index(m_session.imageIndex()));
    m_following = true;
    m_view->setCurrentIndex(index);
    if (index.isValid()) {
        m_view->scrollTo(index);
    }
    m_following = false;
}

void ImageDock::updateCount() {
    const int all = m_model->rowCount();
    const int shown = m_filtered->rowCount();
    const int at = m_session.imageIndex() + 1;
    m_count->setText(all == 0      ? QString()
                     : shown < all ? tr("%1 of %2 shown").arg(shown).arg(all)
                                   : tr("%1 / %2").arg(at).arg(all));
}

} // namespace gui
