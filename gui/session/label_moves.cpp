// SPDX-License-Identifier: Apache-2.0
#include "gui/session/label_moves.h"

#include "gui/session/filter.h"
#include "gui/session/session.h"

#include "core/project/history.h"
#include "core/project/project.h"

#include <QCoreApplication>

namespace gui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("edits", text);
}

using Found = QHash<core::LabelId, std::vector<core::AnnotationId>>;

/// Rejected instances change, too: their label would otherwise be gone.
Found find(const core::InstanceIndex& index, const LabelPlan& plan) {
    std::vector<std::uint8_t> wanted;
    for (const core::LabelId label : index.labels()) {
        wanted.push_back(plan.targets.contains(label) ? 1 : 0);
    }
    Found found;
    for (const core::InstanceRow& row : index.rows()) {
        if (row.present && wanted[row.label] != 0) {
            found[index.labels()[row.label]].push_back({row.id});
        }
    }
    return found;
}

core::Edit editOf(const core::Project& project, const LabelPlan& plan, Found found, qint64& instances) {
    core::Edit edit;
    const QList<core::LabelId> filled = plan.targets.values();
    for (auto target = plan.targets.begin(); target != plan.targets.end(); ++target) {
        std::vector<core::AnnotationId> ids = std::move(found[target.key()]);
        instances += qint64(ids.size());
        if (!ids.empty()) {
            edit.changes.push_back(core::MoveLabel{target.key(), target.value(), std::move(ids)});
        }
        const core::Label* label = project.label(target.key());
        if (plan.removeEmptied && label != nullptr && !filled.contains(label->id)) {
            edit.changes.push_back(core::SetLabel{*label, std::nullopt});
        }
    }
    edit.text = tr("Change labels of %1 instances").arg(instances);
    return edit;
}

} // namespace

void moveLabels(Session& session, const LabelPlan& plan, std::function<void(qint64 instances)> done) {
    session.filter().whenWritten([&session, plan, done = std::move(done)] {
        const qint64 asked = session.project()->lastId();
        session.filter().search()->ask(
            [plan](const core::InstanceIndex& index, const core::QueryContext&) { return find(index, plan); },
            [&session, plan, done, asked](const Found& found) {
                // An edit was made while the question was on its way: ask again.
                if (session.project()->lastId() != asked) {
                    moveLabels(session, plan, done);
                    return;
                }
                qint64 instances = 0;
                session.commit(editOf(*session.project(), plan, found, instances));
                done(instances);
            });
    });
}

} // namespace gui
