// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/model_list.h"

#include "gui/theme.h"

#include "core/models/model_manager.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>

namespace gui {
namespace {

enum Column { ColumnName, ColumnDoes, ColumnSize, ColumnFits, ColumnHere, ColumnCount };

constexpr qint64 kTight = 80; // percent of the memory: more than this leaves little for anything else

QString doesText(const core::ModelEntry& entry) {
    QStringList parts;
    const auto add = [&parts](bool there, const QString& part) {
        if (there) {
            parts.append(part);
        }
    };
    add(entry.text, ModelList::tr("text"));
    add(entry.exemplars, ModelList::tr("examples"));
    add(entry.clicks, ModelList::tr("clicks"));
    add(entry.video, ModelList::tr("video"));
    return parts.isEmpty() ? ModelList::tr("not known") : parts.join(QStringLiteral(", "));
}

} // namespace

ModelList::ModelList(core::ModelManager& models, QWidget* parent) : QTreeWidget(parent), m_models(models) {
    setColumnCount(ColumnCount);
    setHeaderLabels({tr("Model"), tr("Can do"), tr("Size"), tr("Fits memory"), tr("Here")});
    setAccessibleName(tr("Models"));
    setRootIsDecorated(false);
    setAllColumnsShowFocus(true);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::currentItemChanged, this, &ModelList::chosen);
    refresh();
}

QString ModelList::current() const {
    return currentItem() != nullptr ? currentItem()->data(ColumnName, Qt::UserRole).toString() : QString();
}

void ModelList::choose(const QString& id) {
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (topLevelItem(i)->data(ColumnName, Qt::UserRole) == id) {
            setCurrentItem(topLevelItem(i));
        }
    }
}

void ModelList::refresh() {
    const QString before = current();
    {
        const QSignalBlocker quiet(this);
        clear();
        for (const core::ModelEntry& entry : m_models.entries()) {
            fill(*new QTreeWidgetItem(this), entry);
        }
        for (int column = 0; column < ColumnHere; ++column) {
            resizeColumnToContents(column);
            setColumnWidth(column, columnWidth(column) + 2 * kMargin);
        }
        choose(before.isEmpty() && !m_models.entries().isEmpty() ? m_models.entries().first().id : before);
    }
    emit chosen();
}

void ModelList::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh(); // the colours of the cells
    }
}

void ModelList::setUsed(const QString& file) {
    m_used = file;
    refresh();
}

QString ModelList::stateText(const core::ModelEntry& entry) const {
    const QLocale locale;
    if (!m_used.isEmpty() && m_models.fileOf(entry.id) == m_used) {
        return tr("in use");
    }
    switch (m_models.presence(entry)) {
    case core::ModelPresence::Installed:
        return tr("yes");
    case core::ModelPresence::Partial:
        return tr("%1 of it").arg(locale.formattedDataSize(m_models.partBytes(entry.id)));
    case core::ModelPresence::Absent:
        break;
    }
    return entry.canFetch() ? tr("no") : tr("no, import only");
}

void ModelList::fill(QTreeWidgetItem& row, const core::ModelEntry& entry) {
    const qint64 have = core::machineMemory();
    const bool fits = entry.memory <= have;
    const bool tight = entry.memory > have / 100 * kTight;
    row.setData(ColumnName, Qt::UserRole, entry.id);
    row.setText(ColumnName, entry.name);
    row.setText(ColumnDoes, doesText(entry));
    const bool shipped = entry.files.isEmpty();
    row.setText(ColumnSize, shipped             ? tr("small")
                            : entry.bytes() > 0 ? QLocale().formattedDataSize(entry.bytes(), 1)
                                                : tr("not known"));
    row.setText(ColumnFits, entry.memory == 0 || have == 0 ? tr("not known")
                            : !fits                        ? tr("no")
                            : tight                        ? tr("tight")
                                                           : tr("yes"));
    row.setText(ColumnHere, stateText(entry));
    if (entry.memory > 0) {
        const SignalColors colors = signalColors(palette());
        row.setForeground(ColumnFits, !fits ? colors.bad : tight ? colors.busy : colors.good);
    }
    row.setToolTip(ColumnFits, tr("A session takes about %1; this machine has %2.")
                                   .arg(QLocale().formattedDataSize(entry.memory, 1),
                                        QLocale().formattedDataSize(have, 1)));
}

} // namespace gui
