// SPDX-License-Identifier: Apache-2.0
#include "gui/session/bulk_accept.h"

#include "gui/session/filter.h"
#include "gui/session/session.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/review/bulk_accept.h"

#include <QCoreApplication>

#include <utility>

namespace gui {
namespace {

/// What decoding a picture told of its image is no step of the history, and must not be taken back.
void renewImages(core::Edit& edit, const core::Project& project) {
    for (core::Change& change : edit.changes) {
        auto* set = std::get_if<core::SetImage>(&change);
        const core::ImageInfo* now = set != nullptr ? project.image(set->after->id) : nullptr;
        if (now != nullptr) {
            *set = {*now, *now};
            set->after->reviewed = true;
        }
    }
}

} // namespace

void acceptInstances(Session& session, std::vector<core::AnnotationId> ids) {
    session.filter().whenWritten([&session, ids = std::move(ids)] {
        const core::EditId last = session.history()->lastDone();
        session.filter().search()->ask(
            [ids](const core::InstanceIndex& index, const core::QueryContext& context) {
                return core::acceptWaiting(index, context, ids);
            },
            [&session, ids, last](core::Edit edit) {
                if (session.history()->lastDone() != last) {
                    acceptInstances(session, ids); // it was made for what is no more
                    return;
                }
                renewImages(edit, *session.project());
                edit.text = QCoreApplication::translate("gui::Review", "Accept above a score");
                session.commit(std::move(edit));
            });
    });
}

} // namespace gui
