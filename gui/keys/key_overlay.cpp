// SPDX-License-Identifier: Apache-2.0
#include "gui/keys/key_overlay.h"

#include "gui/keys/key_map.h"
#include "gui/theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace gui {
namespace {

constexpr double kSmallest = 7.5; // points
constexpr int kFewRows = 8;

QLabel* keyCap(const QString& keys, QWidget* parent) {
    auto* label = new QLabel(keys, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setAutoFillBackground(true);
    label->setBackgroundRole(QPalette::Button);
    label->setFrameShape(QFrame::StyledPanel);
    label->setMargin(1);
    return label;
}

} // namespace

KeyOverlay::KeyOverlay(const KeyMap& map, QWidget* window) : QFrame(window), m_map(map) {
    setObjectName(QStringLiteral("keyOverlay"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    (new QVBoxLayout(this))->setContentsMargins(2 * kMargin, kMargin, 2 * kMargin, kMargin);
    hide();
}

QList<KeyOverlay::Row> KeyOverlay::canvasRows() const {
    QList<Row> rows;
    for (const ActionSpec& spec : Actions::table()) {
        const QList<QKeySequence> keys = m_map.keys(spec.id);
        if (spec.scope == KeyScope::Canvas && spec.number == 0 && !keys.isEmpty()) {
            rows.append({m_map.keyText(keys.first()), Actions::plainText(spec)});
        }
    }
    const auto range = [this, &rows](ActionId first, ActionId last, const QString& use) {
        if (!m_map.keys(first).isEmpty() && !m_map.keys(last).isEmpty()) {
            rows.append({tr("%1 … %2").arg(m_map.keyText(m_map.keys(first).first()),
                                           m_map.keyText(m_map.keys(last).first())),
                         use});
        }
    };
    range(ActionId::GiveLabel1, ActionId::GiveLabel10, tr("Give the label of that number"));
    range(ActionId::FindLabel1, ActionId::FindLabel10, tr("Find everything of that label"));
    range(ActionId::RunLabel1, ActionId::RunLabel10, tr("Find that label in all images"));
    return rows;
}

QWidget* KeyOverlay::table(const QString& title, const QList<Row>& rows, int columns) {
    auto* box = new QWidget(m_content);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kMargin);
    grid->setVerticalSpacing(2);
    auto* heading = new QLabel(title, box);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    grid->addWidget(heading, 0, 0, 1, -1);
    const int perColumn = std::max(int((rows.size() + columns - 1) / columns), 1);
    for (int i = 0; i < rows.size(); ++i) {
        const int column = i / perColumn * 3;
        grid->addWidget(keyCap(rows[i].keys, box), 1 + i % perColumn, column);
        grid->addWidget(new QLabel(rows[i].use, box), 1 + i % perColumn, column + 1);
        grid->setColumnMinimumWidth(column + 2, kMargin);
    }
    grid->setRowStretch(perColumn + 1, 1);
    return box;
}

void KeyOverlay::open(ActionId tool, const QList<Gesture>& gestures) {
    QList<Row> rows = canvasRows();
    setFont(QFont());
    const auto fits = [this] {
        const QSize size = minimumSizeHint();
        return size.width() <= parentWidget()->width() && size.height() <= parentWidget()->height();
    };
    // Long words first get smaller letters; then the last rows are left to the long list.
    for (build(tool, gestures, rows); !fits() && rows.size() > kFewRows; build(tool, gestures, rows)) {
        QFont smaller = font();
        if (smaller.pointSizeF() > kSmallest) {
            smaller.setPointSizeF(smaller.pointSizeF() - 1);
            setFont(smaller);
        } else {
            rows.resize(rows.size() - kFewRows / 2);
        }
    }
    setAccessibleName(tr("Keys of %1").arg(Actions::plainText(Actions::spec(tool))));
    adjustSize();
    resize(size().boundedTo(parentWidget()->size()));
    move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 2);
    raise();
    show();
    QCoreApplication::instance()->installEventFilter(this);
}

void KeyOverlay::build(ActionId tool, const QList<Gesture>& gestures, const QList<Row>& rows) {
    delete m_content;
    m_content = new QWidget(this);
    QList<Row> own;
    for (const Gesture& gesture : gestures) {
        own.append({gesture.keys, gesture.use});
    }
    own.append({tr("Space, drag"), tr("Move the image; middle button too")});
    own.append({tr("Wheel"), tr("Zoom about the pointer")});
    auto* tables = new QHBoxLayout;
    tables->setSpacing(2 * kMargin);
    tables->addWidget(table(Actions::plainText(Actions::spec(tool)), own, 1));
    // Columns as tall as the window lets them be.
    const int lines = std::max((parentWidget()->height() - 90) / (fontMetrics().height() + 8), 8);
    tables->addWidget(table(tr("On the canvas"), rows, int((rows.size() + lines - 1) / lines)), 1);
    auto* note = new QLabel(tr("Any key closes this. %1 once more: all keys, and how to change them.")
                                .arg(m_map.keysText(ActionId::Keys)),
                            m_content);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(tables);
    column->addWidget(note);
    layout()->addWidget(m_content);
}

bool KeyOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress) {
        hide();
    } else if (event->type() == QEvent::ShortcutOverride && watched->isWidgetType()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool modifier = key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt ||
                              key == Qt::Key_Meta || key == Qt::Key_AltGr;
        // The key that opened it opens the long list; the command sees that the overlay is there.
        const bool again = m_map.keys(ActionId::Keys)
                               .contains(QKeySequence(static_cast<QKeyEvent*>(event)->keyCombination()));
        if (!modifier && !again) {
            hide();
        }
        if (key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void KeyOverlay::hideEvent(QHideEvent* event) {
    QCoreApplication::instance()->removeEventFilter(this);
    QFrame::hideEvent(event);
}

} // namespace gui
