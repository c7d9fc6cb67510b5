// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/run_file.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

/// Any bytes as a run file, and as a plan: read, or refused with a sentence; masks lie inside their image,
/// and a plan that was read is read again from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    if (const auto plan = core::readPlan(bytes)) {
        const auto again = core::readPlan(core::writePlan(*plan));
        if (!again || !(*again == *plan))
            std::abort();
    } else if (plan.error().message.empty() || plan.error().message.back() != '.') {
        std::abort();
    }
    static const QTemporaryDir kFolder;
    const QString path = kFolder.filePath(QStringLiteral("run.jsonl"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    file.write(bytes);
    file.close();
    const core::Status read = core::readRun(
        path, [](const core::RunHeader&) { return core::Status{}; },
        [](const core::RunEntry& entry) {
            for (const core::FoundObject& object : entry.objects) {
                if (!(object.mask.clipped(QRect(QPoint(), entry.size)) == object.mask))
                    std::abort();
            }
            return core::Status{};
        });
    if (!read && (read.error().message.empty() || read.error().message.back() != '.'))
        std::abort();
    return 0;
}
