// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/remap_dialog.h"

#include "gui/icons.h"
#include "gui/session/filter.h"
#include "gui/session/label_moves.h"
#include "gui/session/session.h"

#include "core/project/project.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableWidget>

namespace gui {
namespace {

enum Column { Name, Count, Target, ColumnCount };
constexpr qint64 kStays = -1;

/// A list of all labels in the cell being edited: one for each row at once would be too many.
class TargetDelegate : public QStyledItemDelegate {
public:
    TargetDelegate(const Session& session, const QList<core::LabelId>& rows, QObject* parent)
        : QStyledItemDelegate(parent), m_session(session), m_rows(rows) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&,
                          const QModelIndex& index) const override {
        auto* box = new QComboBox(parent);
        box->addItem(RemapDialog::tr("stays"), kStays);
        box->addItem(RemapDialog::tr("no label"), qint64(0));
        for (const core::Label& label : m_session.project()->labels()) {
            if (label.id != m_rows.value(index.row())) {
                box->addItem(label.name, label.id.value);
            }
        }
        auto* self = const_cast<TargetDelegate*>(this);
        connect(box, &QComboBox::activated, self, [self, box] { emit self->commitData(box); });
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        auto* box = static_cast<QComboBox*>(editor);
        box->setCurrentIndex(box->findData(index.data(Qt::UserRole)));
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        const auto* box = static_cast<QComboBox*>(editor);
        model->setData(index, box->currentData(), Qt::UserRole);
        model->setData(index, box->currentText());
    }

private:
    const Session& m_session;
    const QList<core::LabelId>& m_rows;
};

} // namespace

RemapDialog::RemapDialog(Session& session, core::LabelId first, QWidget* parent)
    : QDialog(parent), m_session(session), m_first(first), m_table(new QTableWidget(0, ColumnCount, this)),
      m_remove(new QCheckBox(tr("Remove labels that have become empty"), this)), m_summary(new QLabel(this)),
      m_apply(new QPushButton(tr("Change"), this)) {
    setObjectName(QStringLiteral("remap"));
    setWindowTitle(tr("Merge or delete labels"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(520, 420);
    m_table->setHorizontalHeaderLabels({tr("Label"), tr("Instances"), tr("Becomes")});
    m_table->setAccessibleName(tr("Labels and what they become"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Target, QHeaderView::Stretch);
    m_table->setItemDelegateForColumn(Target, new TargetDelegate(session, m_labels, this));
    m_table->setEditTriggers(QTableWidget::AllEditTriggers);
    m_remove->setChecked(true);
    m_summary->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_apply, QDialogButtonBox::ApplyRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addWidget(m_remove);
    column->addWidget(m_summary);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_apply, &QPushButton::clicked, this, &RemapDialog::apply);
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
        if (item->column() == Target) {
            updateSummary();
        }
    });
    connect(m_remove, &QCheckBox::toggled, this, &RemapDialog::updateSummary);
    connect(&session, &Session::projectChanged, this, &QDialog::close);
    connect(&session, &Session::contentChanged, this, [this](const core::ChangeEvent& event) {
        if (event.labels) {
            fill();
        }
    });
    connect(&session.filter(), &Filter::found, this, [this] {
        for (int row = 0; row < m_labels.size(); ++row) {
            m_table->item(row, Count)
                ->setText(QLocale().toString(m_session.filter().use(m_labels[row]).instances));
        }
        updateSummary();
    });
    fill();
}

void RemapDialog::fill() {
    const QSignalBlocker quiet(m_table);
    m_labels.clear();
    const QList<core::Label> labels = m_session.project()->labels();
    m_table->setRowCount(int(labels.size()));
    for (int row = 0; row < labels.size(); ++row) {
        const core::Label& label = labels[row];
        m_labels << label.id;
        m_table->setItem(row, Name, new QTableWidgetItem(swatch(label.color), label.name));
        const qint64 count = m_session.filter().use(label.id).instances;
        auto* instances = new QTableWidgetItem(QLocale().toString(count));
        instances->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, Count, instances);
        auto* target = new QTableWidgetItem(tr("stays"));
        target->setData(Qt::UserRole, kStays);
        m_table->setItem(row, Target, target);
        for (const int column : {int(Name), int(Count)}) {
            QTableWidgetItem* item = m_table->item(row, column);
            item->setFlags(item->flags() & ~Qt::ItemIsEditable);
        }
    }
    if (const qsizetype row = m_labels.indexOf(m_first); row >= 0) {
        m_table->setCurrentCell(int(row), Target);
        m_table->setFocus();
    }
    updateSummary();
}

core::LabelId RemapDialog::targetOf(int row) const {
    const QTableWidgetItem* item = m_table->item(row, Target);
    return {item ? item->data(Qt::UserRole).toLongLong() : kStays};
}

void RemapDialog::setTarget(core::LabelId from, core::LabelId to) {
    const core::Label* label = m_session.project()->label(to);
    if (QTableWidgetItem* item = m_table->item(int(m_labels.indexOf(from)), Target)) {
        item->setData(Qt::UserRole, to.value);
        item->setText(label ? label->name : tr("no label"));
    }
}

void RemapDialog::updateSummary() {
    qint64 instances = 0;
    int changed = 0;
    for (int row = 0; row < m_labels.size(); ++row) {
        if (targetOf(row).value != kStays) {
            ++changed;
            instances += m_session.filter().use(m_labels[row]).instances;
        }
    }
    m_apply->setEnabled(changed > 0);
    const QString text = tr("%1 instances of %2 labels change, in all images. One undo takes it back.");
    m_summary->setText(changed == 0 ? tr("Choose what a label becomes.")
                                    : text.arg(QLocale().toString(instances)).arg(changed));
}

void RemapDialog::apply() {
    LabelPlan plan;
    plan.removeEmptied = m_remove->isChecked();
    for (int row = 0; row < m_labels.size(); ++row) {
        if (targetOf(row).value != kStays) {
            plan.targets.insert(m_labels[row], targetOf(row));
        }
    }
    m_apply->setEnabled(false);
    moveLabels(m_session, plan, [&session = m_session](qint64 instances) {
        session.report(
            RemapDialog::tr("%1 instances have another label now.").arg(QLocale().toString(instances)));
    });
}

} // namespace gui
