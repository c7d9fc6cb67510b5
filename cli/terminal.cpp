// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <QString>

#include <cmath>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace cli {

namespace {

constexpr int kLinesApart = 100; // images

QString durationText(double seconds) {
    const qint64 whole = std::llround(seconds);
    return whole < 90     ? QStringLiteral("%1 s").arg(whole)
           : whole < 5400 ? QStringLiteral("%1 min").arg((whole + 30) / 60)
                          : QStringLiteral("%1 h").arg(seconds / 3600, 0, 'f', 1);
}

} // namespace

bool isTerminal(std::FILE* stream) {
#if __has_include(<unistd.h>)
    return ::isatty(::fileno(stream)) != 0;
#else
    return stream == nullptr;
#endif
}

void showProgress(const core::RunProgress& progress) {
    const bool terminal = isTerminal(stderr);
    if (!terminal && progress.fresh % kLinesApart != 0) {
        return;
    }
    const double rate = progress.seconds > 0 ? progress.fresh / progress.seconds : 0;
    std::fprintf(stderr, "%s%d of %d images, %d failed, %.1f images/s, %s left   %s", terminal ? "\r" : "",
                 progress.done, progress.total, progress.failed, rate,
                 qUtf8Printable(durationText(progress.secondsLeft())), terminal ? "" : "\n");
    std::fflush(stderr);
}

void endProgress() {
    if (isTerminal(stderr)) {
        std::fputs("\n", stderr);
    }
}

} // namespace cli
