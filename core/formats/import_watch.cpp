// SPDX-License-Identifier: Apache-2.0
#include "core/formats/import_watch.h"

namespace core {
namespace {

thread_local const ImportProgress* tProgress = nullptr;

} // namespace

ImportWatch::ImportWatch(const ImportProgress& progress) {
    tProgress = progress ? &progress : nullptr;
}

ImportWatch::~ImportWatch() {
    tProgress = nullptr;
}

Status ImportWatch::goesOn(qint64 instances) {
    if (!tProgress || (*tProgress)(instances))
        return {};
    return cancelled();
}

tl::unexpected<Error> ImportWatch::cancelled() {
    return fail(ErrorCode::Cancelled, QStringLiteral("The import was cancelled; nothing was changed."));
}

} // namespace core
