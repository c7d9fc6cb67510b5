// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace core {

/// Collects warnings of the same kind into one sentence with a count and the first example, so that a file
/// with a million faults gives a short list.
class WarningList {
public:
    /// `sentence` holds %1 where the count goes.
    void add(const QString& sentence, const QString& example = {});
    QStringList sentences() const; ///< in the order of their first appearance

private:
    struct Entry {
        QString sentence, example;
        qint64 count = 0;
    };
    QList<Entry> m_entries;
};

} // namespace core
