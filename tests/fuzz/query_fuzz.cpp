// SPDX-License-Identifier: Apache-2.0
#include "core/query/query_match.h"

#include <cstdlib>

/// Any text is a query or one sentence; a query can be asked of an index, and its error names a place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
    const core::Result<core::Query> query = core::parseQuery(text);
    if (!query) {
        if (query.error().message.find("(column ") == std::string::npos)
            std::abort();
        return 0;
    }
    const core::InstanceIndex index;
    const core::Label label{{1}, QStringLiteral("car"), {}, {}, 0, {{{2}, QStringLiteral("broken")}}};
    const core::QueryContext context{{label}, {{{3}, QStringLiteral("a/b.png"), {}, {}, false}}};
    if (const auto matcher = core::QueryMatcher::make(*query, index, context)) {
        const core::QueryMatches matches = matcher->run();
        if (matches.images.size() > 1 || !matches.instances.empty())
            std::abort();
    }
    const core::Result<core::Query> quoted = core::parseQuery(core::queryQuoted(text.left(1000)));
    if (!text.isEmpty() && (!quoted || quoted->tests.size() != 1))
        std::abort();
    return 0;
}
