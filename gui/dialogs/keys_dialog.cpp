// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/keys_dialog.h"

#include "gui/actions.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>

namespace gui {
namespace {

QLabel* keyCap(const QString& keys, QWidget* parent) {
    auto* label = new QLabel(keys, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setAutoFillBackground(true);
    label->setBackgroundRole(QPalette::Button);
    label->setFrameShape(QFrame::StyledPanel);
    label->setMargin(kGap / 2);
    return label;
}

} // namespace

KeysDialog::KeysDialog(const Actions& actions, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    QList<QPair<QString, QString>> rows;
    for (const ActionSpec& spec : Actions::table()) {
        const QString keys = actions.keysText(spec.id);
        if (!keys.isEmpty() && spec.number == 0) {
            rows.append({keys, Actions::plainText(spec)});
        }
    }
    rows += {{tr("1 … 9, 0"), tr("Give the label of that number")},
             {tr("Shift+1 … 9"), tr("Find everything of that label")},
             {tr("Space, drag"), tr("Move the image; middle button too")},
             {tr("Wheel"), tr("Zoom about the pointer")},
             {tr("Alt+wheel"), tr("Brush size")},
             {tr("hold H"), tr("Hide all masks")},
             {tr("hold Alt"), tr("Brush erases, eraser paints")},
             {tr("Shift+click"), tr("Straight stroke from the last one")}};
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kMargin);
    grid->setVerticalSpacing(3);
    constexpr int kColumns = 3;
    const int perColumn = int((rows.size() + kColumns - 1) / kColumns);
    for (int i = 0; i < rows.size(); ++i) {
        const int column = i / perColumn * 3;
        grid->addWidget(keyCap(rows[i].first, this), i % perColumn, column);
        grid->addWidget(new QLabel(rows[i].second, this), i % perColumn, column + 1);
        grid->setColumnMinimumWidth(column + 2, 2 * kMargin);
    }
    auto* note =
        new QLabel(tr("Single letters work while the canvas has the focus. Esc returns to it."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, 2 * kMargin);
    column->setSpacing(2 * kMargin);
    column->addLayout(grid);
    column->addWidget(note);
}

} // namespace gui
