// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/differences_page.h"

#include "gui/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>

namespace gui {
namespace {

using Kind = core::ObjectChange::Kind;
constexpr int kMostListed = 2'000; // more helps nobody; the summary counts all

QString titleOf(Kind kind) {
    switch (kind) {
    case Kind::Added:
        return DifferencesPage::tr("Added");
    case Kind::Removed:
        return DifferencesPage::tr("Removed");
    case Kind::Changed:
        return DifferencesPage::tr("Changed");
    case Kind::Relabelled:
        return DifferencesPage::tr("Relabelled");
    }
    return {};
}

QString classOf(const core::ObjectChange& change) {
    if (change.kind == Kind::Relabelled) {
        return DifferencesPage::tr("%1 → %2").arg(change.before, change.after);
    }
    return change.kind == Kind::Removed ? change.before : change.after;
}

} // namespace

DifferencesPage::DifferencesPage(QWidget* parent)
    : QWidget(parent), m_summary(new QLabel(this)), m_kinds(new QComboBox(this)),
      m_list(new QTreeWidget(this)) {
    m_summary->setWordWrap(true);
    m_kinds->setAccessibleName(tr("Which differences"));
    m_kinds->addItem(tr("All differences"), -1);
    for (const Kind kind : {Kind::Added, Kind::Removed, Kind::Changed, Kind::Relabelled}) {
        m_kinds->addItem(titleOf(kind), int(kind));
    }
    m_list->setAccessibleName(tr("Differences"));
    m_list->setHeaderLabels({tr("What"), tr("Class"), tr("IoU"), tr("Image")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, kGap, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_summary);
    column->addWidget(m_kinds);
    column->addWidget(m_list, 1);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &DifferencesPage::fill);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (const core::ObjectChange* change = current()) {
            emit chosen(*change);
        }
    });
}

void DifferencesPage::show(const core::DatasetDiff* diff) {
    m_changes = diff != nullptr ? diff->changes : std::vector<core::ObjectChange>();
    const QLocale locale;
    m_summary->setText(
        diff == nullptr
            ? tr("Differences are listed of pictures with classes, not of clips or of phrases.")
            : tr("%1 images: %2 added, %3 removed, %4 changed, %5 relabelled, %6 the same")
                  .arg(locale.toString(diff->pictures), locale.toString(diff->count(Kind::Added)),
                       locale.toString(diff->count(Kind::Removed)),
                       locale.toString(diff->count(Kind::Changed)),
                       locale.toString(diff->count(Kind::Relabelled)), locale.toString(diff->same)));
    fill();
}

void DifferencesPage::fill() {
    m_list->clear();
    const int kind = m_kinds->currentData().toInt();
    for (std::size_t i = 0; i < m_changes.size() && m_list->topLevelItemCount() < kMostListed; ++i) {
        const core::ObjectChange& change = m_changes[i];
        if (kind >= 0 && int(change.kind) != kind) {
            continue;
        }
        auto* row = new QTreeWidgetItem(m_list, {titleOf(change.kind), classOf(change),
                                                 QLocale().toString(change.iou, 'f', 2), change.picture});
        row->setData(0, Qt::UserRole, int(i));
        row->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    }
}

const core::ObjectChange* DifferencesPage::current() const {
    const QTreeWidgetItem* item = m_list->currentItem();
    return item != nullptr ? &m_changes[std::size_t(item->data(0, Qt::UserRole).toInt())] : nullptr;
}

} // namespace gui
