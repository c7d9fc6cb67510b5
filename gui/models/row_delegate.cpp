// SPDX-License-Identifier: Apache-2.0
#include "gui/models/row_delegate.h"

#include "gui/theme.h"

#include <QApplication>
#include <QPainter>

namespace gui {
namespace {

constexpr int kLead = 14;
constexpr int kSwatch = 12;

int nameLeft(const QRect& row) {
    return row.left() + kMargin + kLead + kSwatch + kGap;
}

} // namespace

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    background.icon = {};
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const QPalette& palette = option.palette;
    const QColor text = palette.color(chosen ? QPalette::HighlightedText : QPalette::Text);
    const QColor weak = chosen ? text : palette.color(QPalette::PlaceholderText);
    const QRect row = option.rect;
    painter->save();
    painter->setFont(option.font);
    painter->setPen(weak);
    painter->drawText(QRect(row.left() + kMargin, row.top(), kLead, row.height()),
                      Qt::AlignVCenter | Qt::AlignLeft, index.data(m_roles.lead).toString());
    const QRectF swatch(row.left() + kMargin + kLead, row.center().y() - (kSwatch - 1) / 2.0, kSwatch,
                        kSwatch);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(QColor(0, 0, 0, 60), 1));
    painter->setBrush(index.data(m_roles.color).value<QColor>());
    painter->drawRoundedRect(swatch, 3, 3);
    const QString trail = index.data(m_roles.trail).toString();
    const int trailWidth = option.fontMetrics.horizontalAdvance(trail);
    painter->setPen(weak);
    painter->drawText(row.adjusted(0, 0, -kMargin, 0), Qt::AlignVCenter | Qt::AlignRight, trail);
    const QRect name(nameLeft(row), row.top(), row.right() - kMargin - trailWidth - kGap - nameLeft(row),
                     row.height());
    painter->setPen(text);
    painter->drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, name.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {120, option.fontMetrics.height() + 10};
}

void RowDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                       const QModelIndex&) const {
    editor->setGeometry(option.rect.adjusted(nameLeft(option.rect) - option.rect.left() - 4, 0, -kMargin, 0));
}

} // namespace gui
