// SPDX-License-Identifier: Apache-2.0
#include "core/formats/warning_list.h"

#include <algorithm>

namespace core {
namespace {

constexpr qsizetype kMaxKinds = 50;
constexpr qsizetype kMaxExample = 80;

} // namespace

void WarningList::add(const QString& sentence, const QString& example) {
    const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&sentence](const Entry& entry) { return entry.sentence == sentence; });
    if (known != m_entries.end())
        ++known->count;
    else if (m_entries.size() < kMaxKinds)
        m_entries << Entry{sentence, example.left(kMaxExample).simplified(), 1};
}

QStringList WarningList::sentences() const {
    QStringList list;
    for (const Entry& entry : m_entries) {
        QString text = entry.sentence;
        // The first only: names out of a file may follow, with any sign in them.
        if (const qsizetype at = text.indexOf(QStringLiteral("%1")); at >= 0)
            text.replace(at, 2, QString::number(entry.count));
        if (!entry.example.isEmpty())
            text += QStringLiteral(" First: %1.").arg(entry.example);
        list << text;
    }
    return list;
}

} // namespace core
