// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/checks_dialog.h"

#include "gui/session/filter.h"
#include "gui/session/selection.h"
#include "gui/session/session.h"

#include "core/project/history.h"
#include "core/project/project.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>

#include <map>

namespace gui {
namespace {

/// A list of more helps nobody; the rule's count tells the rest, and all of a rule can be mended.
constexpr int kMostListed = 2'000;
constexpr int kFindingRole = Qt::UserRole;  // index into the findings
constexpr int kRuleRole = Qt::UserRole + 1; // of a rule's row

QString titleOf(core::Rule rule) {
    switch (rule) {
    case core::Rule::Empty:
        return ChecksDialog::tr("Without a pixel");
    case core::Rule::OffImage:
        return ChecksDialog::tr("Outside the image");
    case core::Rule::Duplicate:
        return ChecksDialog::tr("The same instance twice");
    case core::Rule::Overlap:
        return ChecksDialog::tr("Overlap");
    case core::Rule::Sliver:
        return ChecksDialog::tr("Thin sliver");
    case core::Rule::Hole:
        return ChecksDialog::tr("Small holes");
    case core::Rule::Island:
        return ChecksDialog::tr("Small islands");
    case core::Rule::Outlier:
        return ChecksDialog::tr("Area far from that of its label");
    }
    return {};
}

} // namespace

ChecksDialog::ChecksDialog(Session& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_background(std::make_unique<core::Background>()) {
    setObjectName(QStringLiteral("checks"));
    setWindowTitle(tr("Check the project"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(&session, &Session::projectChanged, this, [this] {
        m_stop.request_stop();
        m_background.reset(); // a reader of the file must not outlive the project
        close();
    });
    check();
}

ChecksDialog::~ChecksDialog() {
    m_stop.request_stop();
}

void ChecksDialog::build() {
    resize(520, 420);
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    m_tree = new QTreeWidget(this);
    m_tree->setAccessibleName(tr("Findings"));
    m_tree->setHeaderLabels({tr("Finding"), tr("Image"), tr("Pixels")});
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    m_tree->setUniformRowHeights(true);
    m_again = new QPushButton(tr("Check again"), this);
    m_repair = new QPushButton(tr("Repair"), this);
    m_again->setAutoDefault(false);
    m_repair->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(m_repair);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_state);
    column->addWidget(m_tree, 1);
    column->addLayout(buttons);
    connect(m_again, &QPushButton::clicked, this, &ChecksDialog::check);
    connect(m_repair, &QPushButton::clicked, this, &ChecksDialog::repair);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        showChosen();
        updateButtons();
    });
}

void ChecksDialog::setBusy(bool busy, const QString& text) {
    m_busy = busy;
    m_state->setText(text);
    updateButtons();
}

/// Calls `start` once everything committed is in the file.
void ChecksDialog::run(std::function<void()> start) {
    m_session.filter().whenWritten([self = QPointer(this), start = std::move(start)] {
        if (!self.isNull() && self->m_background) {
            start();
        }
    });
}

void ChecksDialog::check() {
    setBusy(true, tr("Looking through the project …"));
    run([this] {
        m_background->run([file = m_session.openProject()->file(),
                           stop = m_stop.get_token()] { return core::findingsOf(file, stop); },
                          [this](const core::Result<std::vector<core::PlacedFinding>>& found) {
                              if (found) {
                                  fill(*found);
                              } else {
                                  setBusy(false, QString::fromStdString(found.error().message));
                              }
                              emit settled();
                          });
    });
}

void ChecksDialog::fill(const std::vector<core::PlacedFinding>& findings) {
    m_findings = findings;
    m_tree->clear();
    std::map<core::Rule, QTreeWidgetItem*> rules;
    std::map<core::Rule, int> counts;
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        const core::PlacedFinding& one = m_findings[i];
        QTreeWidgetItem*& rule = rules[one.finding.rule];
        if (rule == nullptr) {
            rule = new QTreeWidgetItem(m_tree);
            rule->setData(0, kRuleRole, int(one.finding.rule));
        }
        if (++counts[one.finding.rule] > kMostListed) {
            continue;
        }
        const core::ImageInfo* image = m_session.project()->image(one.image);
        auto* row = new QTreeWidgetItem(rule);
        row->setText(0, titleOf(one.finding.rule));
        row->setText(1, image != nullptr ? QFileInfo(image->path).fileName() : QString());
        row->setText(2, QLocale().toString(one.finding.pixels));
        row->setData(0, kFindingRole, qulonglong(i));
    }
    for (const auto& [rule, item] : rules) {
        item->setText(0, QStringLiteral("%1  (%2)").arg(titleOf(rule), QLocale().toString(counts[rule])));
    }
    setBusy(false, m_findings.empty() ? tr("Nothing is wrong as far as the rules can tell.")
                                      : tr("Findings: %1").arg(QLocale().toString(int(m_findings.size()))));
}

std::vector<core::PlacedFinding> ChecksDialog::chosen() const {
    const QTreeWidgetItem* item = m_tree->currentItem();
    std::vector<core::PlacedFinding> found;
    if (item == nullptr) {
        return found;
    }
    if (item->parent() != nullptr) {
        found.push_back(m_findings[item->data(0, kFindingRole).toULongLong()]);
        return found;
    }
    for (const core::PlacedFinding& one : m_findings) {
        if (int(one.finding.rule) == item->data(0, kRuleRole).toInt()) {
            found.push_back(one);
        }
    }
    return found;
}

void ChecksDialog::updateButtons() {
    const std::vector<core::PlacedFinding> found = chosen();
    const bool mendable = !found.empty() && core::isMendable(found.front().finding.rule);
    m_again->setEnabled(!m_busy);
    m_repair->setEnabled(!m_busy && mendable);
    m_repair->setText(found.size() > 1 ? tr("Repair all %1").arg(QLocale().toString(int(found.size())))
                                       : tr("Repair"));
    m_repair->setToolTip(found.empty() || mendable ? QString()
                                                   : tr("A person must decide; choose one to see it."));
}

void ChecksDialog::showChosen() {
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (item == nullptr || item->parent() == nullptr) {
        return;
    }
    const core::PlacedFinding one = chosen().front();
    if (m_session.project()->image(one.image) == nullptr) {
        return; // removed since
    }
    m_session.showImage(one.image);
    if (const core::Annotation* a = m_session.project()->annotation(one.finding.instance)) {
        m_session.selection().select(a->id);
        emit shown(a->mask.boundingBox());
    }
}

void ChecksDialog::repair() {
    const std::vector<core::PlacedFinding> findings = chosen();
    if (m_busy || findings.empty()) {
        return;
    }
    setBusy(true, tr("Repairing …"));
    run([this, findings] {
        m_background->run(
            [file = m_session.openProject()->file(), findings, stop = m_stop.get_token()] {
                return core::repairsOf(file, findings, stop);
            },
            [this, made = m_session.history()->lastDone(),
             image = findings.size() == 1 ? findings.front().image : core::ImageId{}](
                const core::Result<std::vector<core::Change>>& changes) { commit(changes, made, image); });
    });
}

/// `made`: the last edit that the changes know of.
void ChecksDialog::commit(const core::Result<std::vector<core::Change>>& changes, core::EditId made,
                          core::ImageId image) {
    if (!changes) {
        setBusy(false, QString::fromStdString(changes.error().message));
    } else if (m_session.history()->lastDone() != made) {
        setBusy(false, tr("The project was changed meanwhile; try again."));
    } else {
        core::Edit edit;
        edit.image = image;
        edit.text = tr("Repair");
        edit.changes = *changes;
        m_session.commit(std::move(edit));
        check();
        return;
    }
    emit settled();
}

} // namespace gui
