// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/evaluation/object_set.h"

namespace core {

/// The units of two sets put beside each other, unpacked one at a time. Pictures, clips and phrases meet by
/// their names (a picture's last part will do where it is unique); what has no partner in truth is left out
/// and told in the warnings.
class UnitList {
public:
    /// `idsOfTruth`: `found` is a list of results, which needs no names. Errors: CorruptFile (a picture has
    /// two sizes).
    static Result<UnitList> make(ObjectSet truth, ObjectSet found, bool idsOfTruth);

    std::size_t size() const { return m_keys.size(); }
    Result<EvaluationUnit> unit(std::size_t index) const;
    /// The id of the unit's picture or clip; units of one stand together.
    qint64 clip(std::size_t index) const { return m_keys.at(index).clip; }
    /// How often each phrase was looked for where neither side has anything: true negatives.
    const std::map<QString, qint64>& absent() const { return m_absent; }
    bool hasClips() const { return m_hasClips; }
    /// Whether phrases are classes of the whole set, so that a mean over classes says something.
    bool hasClasses() const { return m_truth.everyPair; }
    const QStringList& warnings() const { return m_warnings; }

private:
    void countAbsent();

    ObjectSet m_truth;
    std::map<UnitKey, std::vector<PackedTrack>> m_found; ///< under truth's ids
    std::vector<UnitKey> m_keys;                         ///< with something on either side
    std::map<QString, qint64> m_absent;
    bool m_hasClips = false;
    QStringList m_warnings;
};

} // namespace core
