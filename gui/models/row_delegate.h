// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace gui {

/// A list row: digit, colour swatch, name, and a figure at the right.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// Which roles of the model hold the parts.
    struct Roles {
        int lead = 0; ///< small text before the swatch
        int color = 0;
        int trail = 0; ///< right-aligned text
    };
    RowDelegate(const Roles& roles, QObject* parent) : QStyledItemDelegate(parent), m_roles(roles) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

private:
    Roles m_roles;
};

} // namespace gui
