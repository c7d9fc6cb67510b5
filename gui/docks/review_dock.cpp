// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/review_dock.h"

#include "gui/actions.h"
#include "gui/docks/query_edit.h"
#include "gui/icons.h"
#include "gui/models/crops.h"
#include "gui/models/review_model.h"
#include "gui/session/filter.h"
#include "gui/session/review.h"
#include "gui/session/session.h"
#include "gui/theme.h"

#include "core/project/project.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolButton>

namespace gui {
namespace {

constexpr std::size_t kReasonsShown = 3;

/// A crop, label and score, and the strongest reason below; what is decided is pale and has a tick.
class CardDelegate : public QStyledItemDelegate {
public:
    CardDelegate(Session& session, Crops& crops, QObject* parent)
        : QStyledItemDelegate(parent), m_session(session), m_crops(crops) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {160, Crops::kSide + kGap};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto& queue = m_session.review().queue();
        if (index.row() >= int(queue.size())) {
            return;
        }
        const core::RiskItem& item = queue[std::size_t(index.row())];
        painter->save();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(option.rect,
                              option.palette.color(chosen ? QPalette::Highlight : QPalette::Button));
        }
        const bool decided = index.data(ReviewModel::DecidedRole).toBool();
        painter->setOpacity(decided && !chosen ? 0.55 : 1);
        const QRect frame(option.rect.left() + kGap, option.rect.top() + kGap / 2, Crops::kSide,
                          Crops::kSide);
        const QImage crop =
            m_crops.of(item.instance, item.image, item.box, painter->device()->devicePixelRatioF());
        if (crop.isNull()) {
            painter->fillRect(frame, option.palette.color(QPalette::AlternateBase));
        } else {
            painter->drawImage(frame, crop);
        }
        painter->setPen(option.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
        paintText(*painter, option, index, decided, frame.right() + kMargin);
        painter->restore();
    }

private:
    static void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                          bool decided, int left) {
        const int line = option.fontMetrics.height();
        const int width = option.rect.right() - kMargin - left;
        const QString score = index.data(ReviewModel::ScoreRole).toString();
        const int scoreWidth = option.fontMetrics.horizontalAdvance(score);
        const QRect first(left, option.rect.center().y() - line, width, line);
        painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, score);
        const QString name =
            (decided ? QStringLiteral("\u2713 ") : QString()) + index.data(ReviewModel::LabelRole).toString();
        QFont bold = option.font;
        bold.setBold(true);
        painter.setFont(bold);
        painter.drawText(first.adjusted(0, 0, -scoreWidth - kGap, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(bold).elidedText(name, Qt::ElideRight, width - scoreWidth - kGap));
        painter.setFont(option.font);
        painter.drawText(first.translated(0, line + 2), Qt::AlignLeft | Qt::AlignVCenter,
                         option.fontMetrics.elidedText(index.data(ReviewModel::ReasonRole).toString(),
                                                       Qt::ElideRight, width));
    }

    Session& m_session;
    Crops& m_crops;
};

} // namespace

ReviewDock::ReviewDock(Session& session, const Actions& actions, QWidget* parent)
    : QDockWidget(tr("Review"), parent), m_session(session), m_actions(actions),
      m_model(new ReviewModel(session, this)), m_crops(new Crops(session, this)) {
    setObjectName(QStringLiteral("review"));
    auto* content = new QWidget(this);
    content->setMinimumWidth(210);
    auto* start = new QPushButton(content);
    start->setIcon(icon(Icon::Accept));
    m_progress = new QLabel(content);
    m_bar = new QProgressBar(content);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(5);
    buildList(content);
    auto* above = new QToolButton(content);
    above->setDefaultAction(actions[ActionId::AcceptAbove]);
    above->setToolButtonStyle(Qt::ToolButtonTextOnly);
    above->setFocusPolicy(Qt::NoFocus);
    auto* first = new QHBoxLayout;
    first->addWidget(start, 1);
    first->addWidget(above);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(kMargin, kGap, kMargin, kGap);
    top->addLayout(first);
    top->addWidget(m_progress);
    top->addWidget(m_bar);
    top->addWidget(new QueryEdit(session, content));
    top->addWidget(buildCard(content));
    top->addWidget(buildButtons(content));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    setWidget(content);
    QAction* toggle = actions[ActionId::ToggleReview];
    connect(start, &QPushButton::clicked, toggle, &QAction::trigger);
    const auto follow = [this, start] {
        start->setText(m_session.review().isOn() ? tr("Stop reviewing") : tr("Start reviewing"));
        updateProgress();
        showCurrent();
    };
    Review& review = session.review();
    connect(&review, &Review::modeChanged, this, follow);
    connect(&review, &Review::queueChanged, this, follow);
    connect(&review, &Review::itemChanged, this, &ReviewDock::updateProgress);
    connect(&review, &Review::currentChanged, this, &ReviewDock::showCurrent);
    connect(&session.filter(), &Filter::found, this, &ReviewDock::updateProgress);
    connect(m_crops, &Crops::ready, m_view->viewport(), qOverload<>(&QWidget::update));
    follow();
}

QWidget* ReviewDock::buildCard(QWidget* content) {
    m_card = new QWidget(content);
    m_name = new QLabel(m_card);
    m_reasons = new QLabel(m_card);
    m_reasons->setWordWrap(true);
    // As high as the most reasons, so that nothing below moves from one instance to the next.
    m_reasons->setMinimumHeight(m_reasons->fontMetrics().lineSpacing() * int(kReasonsShown));
    m_reasons->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(0, kGap, 0, 0);
    column->addWidget(m_name);
    column->addWidget(m_reasons);
    return m_card;
}

QWidget* ReviewDock::buildButtons(QWidget* content) {
    m_buttons = new QWidget(content);
    auto* grid = new QGridLayout(m_buttons);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kGap / 2);
    const std::pair<ActionId, QString> decisions[] = {
        {ActionId::Accept, tr("Accept")},         {ActionId::Reject, tr("Reject")},
        {ActionId::ToolBrush, tr("Paint")},       {ActionId::ToolPoints, tr("Points")},
        {ActionId::PreviousInstance, tr("Back")}, {ActionId::NextInstance, tr("Skip")}};
    int place = 0;
    for (const auto& [id, text] : decisions) {
        QAction* action = m_actions[id];
        auto* button = new QPushButton(text, m_buttons);
        button->setFocusPolicy(Qt::NoFocus); // the keys stay with the canvas
        const auto follow = [button, action, text = text] {
            const QString key = action->shortcut().toString(QKeySequence::NativeText);
            button->setText(key.isEmpty() ? text : QStringLiteral("%1  (%2)").arg(text, key));
            button->setToolTip(action->toolTip());
        };
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        follow();
        grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    auto* digits = new QLabel(tr("A digit gives that label and accepts."), m_buttons);
    digits->setWordWrap(true);
    digits->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(digits, 3, 0, 1, 2);
    return m_buttons;
}

void ReviewDock::buildList(QWidget* content) {
    m_view = new QListView(content);
    m_view->setAccessibleName(tr("Review queue"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CardDelegate(m_session, *m_crops, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    connect(m_view, &QListView::clicked, this,
            [this](const QModelIndex& index) { m_session.review().setPlace(index.row()); });
    m_empty = new QLabel(m_view);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto* over = new QVBoxLayout(m_view);
    over->addWidget(m_empty);
}

void ReviewDock::updateProgress() {
    const Review& review = m_session.review();
    const int all = review.decided() + review.waiting();
    const bool some = review.isOn() && review.isReady() && all > 0;
    m_progress->setText(some ? tr("%1 of %2 decided").arg(review.decided()).arg(all) : QString());
    m_progress->setVisible(some);
    m_bar->setVisible(some);
    m_bar->setRange(0, std::max(all, 1));
    m_bar->setValue(review.decided());
    const bool filtered = m_session.filter().isActive();
    m_empty->setText(!review.isOn()      ? tr("What the model found and nobody has looked at comes here, "
                                                   "the most doubtful first.")
                     : !review.isReady() ? tr("Looking through the project …")
                     : filtered          ? tr("Nothing that the filter shows waits for review.")
                                         : tr("Nothing waits for review."));
    m_empty->setVisible(!review.isOn() || review.current() == nullptr);
}

void ReviewDock::showCurrent() {
    const Review& review = m_session.review();
    const core::RiskItem* item = review.isOn() ? review.current() : nullptr;
    m_card->setVisible(item != nullptr);
    m_buttons->setVisible(item != nullptr);
    updateProgress();
    if (item == nullptr) {
        m_view->clearSelection();
        return;
    }
    const QModelIndex row = m_model->index(review.place());
    m_view->setCurrentIndex(row);
    // What comes next is of use, what was decided is not.
    m_view->scrollTo(row, QListView::PositionAtTop);
    m_name->setText(QStringLiteral("<b>%1</b>  %2")
                        .arg(row.data(ReviewModel::LabelRole).toString().toHtmlEscaped(),
                             row.data(ReviewModel::ScoreRole).toString()));
    QStringList lines;
    for (std::size_t i = 0; i < std::min(item->reasons.size(), kReasonsShown); ++i) {
        lines.append(QStringLiteral("• ") + sentence(item->reasons[i]));
    }
    m_reasons->setText(lines.isEmpty() ? row.data(ReviewModel::ReasonRole).toString()
                                       : lines.join(QLatin1Char('\n')));
}

} // namespace gui
