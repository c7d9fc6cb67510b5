// SPDX-License-Identifier: Apache-2.0
#include "core/formats/import_watch.h"

namespace core {
namespace {

thread_local const ImportProgress* t_progress = nullptr;

} // namespace

ImportWatch::ImportWatch(const ImportProgress& progress) {
    t_progress = progress ? &progress : nullptr;
}

ImportWatch::~ImportWatch() {
    t_progress = nullptr;
}

Status ImportWatch::goesOn(qint64 instances) {
    if (!t_progress || (*t_progress)(instances))
        return {};
    return cancelled();
}

tl::unexpected<Error> ImportWatch::cancelled() {
    return fail(ErrorCode::Cancelled, QStringLiteral("The import was cancelled; nothing was changed."));
}

} // namespace core
