// SPDX-License-Identifier: Apache-2.0
#include "gui/session/bulk_accept.h"

#include "gui/session/filter.h"
#include "gui/session/session.h"

#include "core/project/history.h"
#include "core/review/bulk_accept.h"

#include <QCoreApplication>

#include <utility>

namespace gui {

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
                edit.text = QCoreApplication::translate("gui::Review", "Accept above a score");
                session.commit(std::move(edit));
            });
    });
}

} // namespace gui
