// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/label_picker.h"

#include "gui/icons.h"
#include "gui/keys/fuzzy.h"
#include "gui/session/edits.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/new_label.h"
#include "core/project/project.h"

#include <QBoxLayout>
#include <QCursor>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>

#include <algorithm>
#include <vector>

namespace gui {
namespace {

constexpr int kShown = 10;
constexpr int kWidth = 240;

} // namespace

LabelPicker::LabelPicker(Session& session, QWidget& canvas)
    : QFrame(&canvas), m_session(session), m_canvas(canvas), m_line(new QLineEdit(this)),
      m_list(new QListWidget(this)) {
    setObjectName(QStringLiteral("labelPicker"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_line->setPlaceholderText(tr("Label"));
    m_line->setAccessibleName(tr("Label"));
    m_list->setAccessibleName(tr("Labels that fit"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGap, kGap, kGap, kGap);
    column->setSpacing(kGap / 2);
    column->addWidget(m_line);
    column->addWidget(m_list);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &LabelPicker::narrow);
    connect(m_list, &QListWidget::itemClicked, this, &LabelPicker::choose);
    hide();
}

void LabelPicker::open() {
    if (m_session.project() == nullptr) {
        return;
    }
    m_line->clear();
    narrow();
    const int rows = std::min(kShown, std::max(3, m_list->count()));
    resize(kWidth, m_line->sizeHint().height() + rows * (fontMetrics().height() + 6) + 3 * kGap);
    const QPoint wish = m_canvas.mapFromGlobal(QCursor::pos());
    const QRect room = m_canvas.rect().adjusted(0, 0, -width(), -height());
    move(std::clamp(wish.x(), 0, std::max(0, room.right())),
         std::clamp(wish.y(), 0, std::max(0, room.bottom())));
    show();
    raise();
    m_line->setFocus();
}

void LabelPicker::narrow() {
    struct Fit {
        int score;
        const core::Label* label;
    };
    std::vector<Fit> fits;
    const QString typed = m_line->text().trimmed();
    for (const core::Label& label : m_session.project()->labels()) {
        if (const auto score = fuzzyScore(typed, label.name)) {
            fits.push_back({*score, &label});
        }
    }
    const auto shown = fits.begin() + std::min<std::ptrdiff_t>(kShown, std::ptrdiff_t(fits.size()));
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.score > b.score; });
    m_list->clear();
    for (auto fit = fits.begin(); fit != shown; ++fit) {
        auto* item = new QListWidgetItem(swatch(fit->label->color), fit->label->name, m_list);
        item->setData(Qt::UserRole, fit->label->id.value);
    }
    if (!typed.isEmpty() && m_session.project()->labelByName(typed) == nullptr) {
        new QListWidgetItem(tr("New label “%1”").arg(typed), m_list);
    }
    m_list->setCurrentRow(0);
}

void LabelPicker::choose() {
    const QListWidgetItem* item = m_list->currentItem();
    if (item != nullptr) {
        core::LabelId id{item->data(Qt::UserRole).toLongLong()};
        if (!id.isValid()) {
            const core::Label made = core::newLabel(*m_session.project(), m_line->text());
            m_session.commit(edits::setLabel(std::nullopt, made));
            id = made.id;
        }
        m_session.assignLabel(id);
    }
    leave();
}

void LabelPicker::leave() {
    hide();
    m_canvas.setFocus();
}

bool LabelPicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut && isVisible()) {
        hide();
    }
    if (event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(0, m_list->currentRow() - 1));
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(m_list->count() - 1, m_list->currentRow() + 1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace gui
