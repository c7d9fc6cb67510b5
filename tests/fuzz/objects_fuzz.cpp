// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/evaluation.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

namespace {

void check(bool fine) {
    if (!fine)
        std::abort();
}

template <class T> bool isSentence(const core::Result<T>& refused) {
    return !refused.error().message.empty() && refused.error().message.back() == '.';
}

} // namespace

/// Any bytes as truth and as what was found of it: read and compared, or refused with a sentence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const QTemporaryDir kFolder;
    const QString path = kFolder.filePath(QStringLiteral("objects.json"));
    QFile file(path);
    check(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(data), qint64(size));
    file.close();
    auto truth = core::readObjects(path);
    if (!truth) {
        check(isSentence(truth));
        return 0;
    }
    auto found = core::readFoundObjects(path, *truth);
    check(found.has_value());
    const auto units = core::UnitList::make(*truth, *found, true);
    check(units.has_value());
    qint64 pixels = 0;
    for (const auto& [id, clip] : truth->clips) {
        pixels += qint64(clip.size.width()) * clip.size.height() * clip.frames;
    }
    if (pixels > 100'000 || units->size() > 50) {
        return 0; // right, but slow
    }
    for (const core::Compared what :
         {core::Compared::Masks, core::Compared::Boxes, core::Compared::Boundaries}) {
        const auto report = core::evaluate(*units, what);
        check(report.has_value());
        core::jsonOf(*report);
    }
    return 0;
}
