// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/unit_list.h"

#include "core/evaluation/picture_index.h"
#include "core/formats/warning_list.h"
#include "core/mask/rle.h"

#include <algorithm>
#include <optional>

namespace core {
namespace {

/// Finds truth's ids by names.
class NameIndex {
public:
    explicit NameIndex(const ObjectSet& truth) : m_truth(truth), m_pictures(truth) {
        for (const auto& [id, phrase] : truth.phrases) {
            m_phrases.insert(phrase, id);
        }
    }

    std::optional<UnitKey> find(const QString& clip, const QString& phrase) const {
        const QList<qint64> ids = m_pictures.find(clip);
        if (m_truth.phraseOfClip) {
            // One picture stands there once for each phrase.
            const auto asked = std::find_if(ids.begin(), ids.end(),
                                            [&](qint64 id) { return m_truth.phrases.at(id) == phrase; });
            return asked == ids.end() ? std::nullopt : std::optional(UnitKey{*asked, *asked});
        }
        const auto id = m_phrases.find(phrase);
        if (ids.size() != 1 || id == m_phrases.end()) {
            return std::nullopt;
        }
        return UnitKey{ids.front(), *id};
    }

private:
    const ObjectSet& m_truth;
    PictureIndex m_pictures;
    QHash<QString, qint64> m_phrases;
};

} // namespace

Result<Track> unpacked(const PackedTrack& packed, QSize size) {
    Track track{{}, packed.boxes, packed.score, packed.crowd, packed.area, packed.z};
    for (const QByteArray& text : packed.masks) {
        Mask mask;
        if (!text.isEmpty()) {
            ASSIGN_OR_RETURN(mask, maskFromRleString(text, size));
        }
        track.masks.push_back(std::move(mask));
    }
    return track;
}

Result<UnitList> UnitList::make(ObjectSet truth, ObjectSet found, bool idsOfTruth) {
    UnitList list;
    list.m_warnings = truth.warnings + found.warnings;
    for (const auto& [key, tracks] : truth.tracks) {
        truth.phrases.try_emplace(key.phrase, QString::number(key.phrase)); // a class without a name
    }
    list.m_truth = std::move(truth);
    const ObjectSet& known = list.m_truth;
    const NameIndex names(known);
    WarningList strangers;
    for (auto& [key, tracks] : found.tracks) {
        const ObjectSet::Clip& clip = found.clips.at(key.clip);
        const auto phrase = found.phrases.find(key.phrase);
        const std::optional<UnitKey> own =
            idsOfTruth ? key
                       : names.find(clip.name, phrase == found.phrases.end() ? QString() : phrase->second);
        if (!own || (!known.everyPair && !known.asked.contains(*own)) ||
            !known.phrases.contains(own->phrase)) {
            strangers.add(
                QStringLiteral("%1 times something was found in a picture or for a phrase that truth "
                               "does not have; it was left out."),
                clip.name);
            continue;
        }
        if (known.clips.at(own->clip).size != clip.size || known.clips.at(own->clip).frames != clip.frames) {
            return fail(ErrorCode::CorruptFile,
                        QStringLiteral("%1 has another size or length in the two files; compare results of "
                                       "the same pictures.")
                            .arg(clip.name));
        }
        std::vector<PackedTrack>& all = list.m_found[*own];
        std::move(tracks.begin(), tracks.end(), std::back_inserter(all));
    }
    list.m_warnings += strangers.sentences();
    list.countAbsent();
    return list;
}

void UnitList::countAbsent() {
    std::set<UnitKey> keys;
    std::map<qint64, qint64> absent;
    const auto filled = [&](const auto& tracks) {
        for (const auto& [key, list] : tracks) {
            if (!list.empty()) {
                keys.insert(key);
            }
        }
    };
    filled(m_truth.tracks);
    filled(m_found);
    if (m_truth.everyPair) {
        for (const auto& [id, phrase] : m_truth.phrases) {
            absent[id] = qint64(m_truth.clips.size());
        }
        for (const UnitKey& key : keys) {
            --absent[key.phrase];
        }
    } else {
        for (const UnitKey& key : m_truth.asked) {
            absent[key.phrase] += keys.contains(key) ? 0 : 1;
        }
    }
    for (const auto& [phrase, count] : absent) {
        m_absent[m_truth.phrases.at(phrase)] += count;
    }
    m_keys.assign(keys.begin(), keys.end());
    m_hasClips = std::any_of(m_truth.clips.begin(), m_truth.clips.end(),
                             [](const auto& clip) { return clip.second.frames > 1; });
}

Result<EvaluationUnit> UnitList::unit(std::size_t index) const {
    const UnitKey& key = m_keys.at(index);
    const ObjectSet::Clip& clip = m_truth.clips.at(key.clip);
    const auto phrase = m_truth.phrases.find(key.phrase);
    EvaluationUnit unit{clip.name, phrase == m_truth.phrases.end() ? QString() : phrase->second,
                        clip.size, clip.frames,
                        {},        {}};
    const auto unpack = [&](const auto& tracks, std::vector<Track>& into) -> Status {
        const auto packed = tracks.find(key);
        if (packed == tracks.end()) {
            return {};
        }
        for (const PackedTrack& track : packed->second) {
            ASSIGN_OR_RETURN(Track whole, unpacked(track, clip.size));
            into.push_back(std::move(whole));
        }
        return {};
    };
    RETURN_IF_ERROR(unpack(m_truth.tracks, unit.truth));
    RETURN_IF_ERROR(unpack(m_found, unit.found));
    return unit;
}

} // namespace core
