// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/merge_dialog.h"

#include "gui/theme.h"

#include "core/project/project.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>

namespace gui {
namespace {

constexpr qsizetype kMostNamed = 10; // more would push the buttons off the screen

enum Column { Image, Mine, Theirs };

QString textOf(const std::optional<core::Annotation>& annotation, const QList<core::Label>& labels) {
    if (!annotation) {
        return MergeDialog::tr("removed");
    }
    QString name = MergeDialog::tr("no label");
    for (const core::Label& label : labels) {
        name = label.id == annotation->fields.label ? label.name : name;
    }
    return MergeDialog::tr("%1, %2 pixels").arg(name, QLocale().toString(annotation->mask.area()));
}

} // namespace

MergeDialog::MergeDialog(const core::MergePlan& plan, const core::Project& mine, QWidget* parent)
    : QDialog(parent), m_list(new QTreeWidget(this)) {
    setWindowTitle(tr("Merge both versions"));
    setMinimumSize(640, 360);
    auto* what = new QLabel(tr("%1 instances that only they changed are taken over. These were changed in "
                               "both versions; yours stay unless you tick theirs.")
                                .arg(plan.instances()),
                            this);
    if (!plan.notMerged.isEmpty()) {
        what->setText(what->text() + QLatin1Char('\n') + notMerged(plan).join(QLatin1Char('\n')));
    }
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    m_list->setHeaderLabels({tr("Image"), tr("Mine"), tr("Theirs")});
    m_list->setAccessibleName(tr("Instances that both changed"));
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const core::MergeConflict& conflict : plan.conflicts) {
        const core::ImageId id = conflict.mine ? conflict.mine->image : conflict.theirs->image;
        const core::ImageInfo* image = mine.image(id);
        auto* row = new QTreeWidgetItem(m_list, {image ? QFileInfo(image->path).fileName() : QString(),
                                                 textOf(conflict.mine, mine.labels()),
                                                 textOf(conflict.theirs, plan.labels)});
        row->setCheckState(Theirs, Qt::Unchecked);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Merge"), QDialogButtonBox::AcceptRole)->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(kMargin);
    column->addWidget(what);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QStringList MergeDialog::notMerged(const core::MergePlan& plan) {
    using What = core::NotMerged::What;
    QStringList sentences;
    for (const core::NotMerged& item : plan.notMerged) {
        if (sentences.size() == kMostNamed) {
            sentences.append(tr("And %1 more.").arg(plan.notMerged.size() - kMostNamed));
            break;
        }
        const auto say = [&](const QString& text) { sentences.append(text.arg(item.name)); };
        switch (item.what) {
        case What::Label:
            say(tr("Both changed the label “%1”; it is as yours."));
            break;
        case What::LabelName:
            say(tr("They renamed “%1” to a name that another label of yours has; it keeps its name."));
            break;
        case What::RemovedLabel:
            say(tr("They removed the label “%1”; it stays."));
            break;
        case What::RemovedImage:
            say(tr("They removed the image “%1”, which you changed; it stays."));
            break;
        case What::MissingImage:
            say(tr("They changed the image “%1”, which you removed; it stays removed."));
            break;
        }
    }
    return sentences;
}

std::vector<bool> MergeDialog::takeTheirs() const {
    std::vector<bool> flags;
    flags.reserve(std::size_t(m_list->topLevelItemCount()));
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        flags.push_back(m_list->topLevelItem(i)->checkState(Theirs) == Qt::Checked);
    }
    return flags;
}

} // namespace gui
