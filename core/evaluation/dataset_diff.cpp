// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/dataset_diff.h"

#include "core/evaluation/assignment.h"
#include "core/evaluation/picture_index.h"
#include "core/mask/overlap.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace core {
namespace {

constexpr double kPaired = 0.5; // IoU from which two objects are the same one

struct Side {
    const ObjectSet* set;
    qint64 picture;
};

/// One object of one side in the picture that is looked at.
struct Object {
    QString label;
    Mask mask;
    qint64 id;
    double best = 0; ///< IoU with any object of its class on the other side
    bool paired = false;
};

Result<std::vector<Object>> objectsIn(const Side& side) {
    std::vector<Object> objects;
    const QSize size = side.set->clips.at(side.picture).size;
    for (auto at = side.set->tracks.lower_bound({side.picture, std::numeric_limits<qint64>::min()});
         at != side.set->tracks.end() && at->first.clip == side.picture; ++at) {
        const auto name = side.set->phrases.find(at->first.phrase);
        for (const PackedTrack& packed : at->second) {
            ASSIGN_OR_RETURN(Track track, unpacked(packed, size));
            objects.push_back({name == side.set->phrases.end() ? QString() : name->second,
                               std::move(track.masks.front()), packed.id});
        }
    }
    return objects;
}

/// Compares what two sides have in one picture.
class PictureDiff {
public:
    PictureDiff(std::vector<Object> before, std::vector<Object> after)
        : m_before(std::move(before)), m_after(std::move(after)), m_ious{m_before.size(), m_after.size()} {
        for (std::size_t b = 0; b < m_before.size(); ++b) {
            for (std::size_t a = 0; a < m_after.size(); ++a) {
                const double iou = iouOf(m_before[b].mask, m_after[a].mask);
                m_ious.at(b, a) = iou;
                if (m_before[b].label == m_after[a].label) {
                    m_before[b].best = std::max(m_before[b].best, iou);
                    m_after[a].best = std::max(m_after[a].best, iou);
                }
            }
        }
    }

    const std::vector<Object>& before() const { return m_before; }

    /// Adds what changed to `diff`; `like` names the picture.
    void tell(const ObjectChange& like, DatasetDiff& diff) {
        const std::size_t first = diff.changes.size();
        pair(true, like, diff);
        pair(false, like, diff);
        for (const Object& object : m_before) {
            if (!object.paired) {
                ObjectChange change = like;
                change.kind = ObjectChange::Kind::Removed;
                change.before = object.label;
                change.beforeId = object.id;
                change.iou = object.best;
                change.box = object.mask.boundingBox();
                diff.changes.push_back(change);
            }
        }
        for (const Object& object : m_after) {
            if (!object.paired) {
                ObjectChange change = like;
                change.after = object.label;
                change.afterId = object.id;
                change.iou = object.best;
                change.box = object.mask.boundingBox();
                diff.changes.push_back(change);
            }
        }
        std::stable_sort(diff.changes.begin() + std::ptrdiff_t(first), diff.changes.end(),
                         [](const ObjectChange& a, const ObjectChange& b) { return a.iou < b.iou; });
    }

private:
    /// Pairs objects of one class, or of different ones.
    void pair(bool sameLabel, const ObjectChange& like, DatasetDiff& diff) {
        PairTable table{m_before.size(), m_after.size()};
        for (std::size_t b = 0; b < m_before.size(); ++b) {
            for (std::size_t a = 0; a < m_after.size(); ++a) {
                const bool may = !m_before[b].paired && !m_after[a].paired &&
                                 (m_before[b].label == m_after[a].label) == sameLabel &&
                                 m_ious.at(b, a) >= kPaired;
                table.at(b, a) = may ? m_ious.at(b, a) : 0;
            }
        }
        for (const auto& [b, a] : bestAssignment(table)) {
            if (table.at(b, a) < kPaired) {
                continue;
            }
            Object& old = m_before[b];
            Object& now = m_after[a];
            old.paired = now.paired = true;
            if (sameLabel && old.mask == now.mask) {
                ++diff.same;
                continue;
            }
            ObjectChange change = like;
            change.kind = sameLabel ? ObjectChange::Kind::Changed : ObjectChange::Kind::Relabelled;
            change.before = old.label;
            change.after = now.label;
            change.beforeId = old.id;
            change.afterId = now.id;
            change.iou = table.at(b, a);
            change.box = now.mask.boundingBox();
            diff.changes.push_back(change);
        }
    }

    std::vector<Object> m_before, m_after;
    PairTable m_ious;
};

struct PicturePair {
    qint64 before, after;
};

/// The pictures that both have; clips are refused.
Result<std::vector<PicturePair>> commonPictures(const ObjectSet& before, const ObjectSet& after,
                                                QStringList& warnings) {
    for (const ObjectSet* set : {&before, &after}) {
        if (set->phraseOfClip || std::any_of(set->clips.begin(), set->clips.end(),
                                             [](const auto& clip) { return clip.second.frames > 1; })) {
            return fail(ErrorCode::Unsupported,
                        QStringLiteral("Differences are listed of pictures with classes, "
                                       "not of clips or of pairs with a phrase."));
        }
    }
    const PictureIndex index(after);
    std::vector<PicturePair> pairs;
    std::set<qint64> met;
    for (const auto& [id, clip] : before.clips) {
        const QList<qint64> found = index.find(clip.name);
        if (found.size() != 1 || !met.insert(found.front()).second) {
            continue;
        }
        if (after.clips.at(found.front()).size != clip.size) {
            return fail(ErrorCode::CorruptFile, QStringLiteral("%1 has another size in the two data sets; "
                                                               "compare results of the same pictures.")
                                                    .arg(clip.name));
        }
        pairs.push_back({id, found.front()});
    }
    const auto note = [&](std::size_t lone, const QString& sentence) {
        if (lone > 0) {
            warnings << sentence.arg(lone);
        }
    };
    note(before.clips.size() - pairs.size(),
         QStringLiteral("%1 pictures are only in the first data set and were left out."));
    note(after.clips.size() - pairs.size(),
         QStringLiteral("%1 pictures are only in the second data set and were left out."));
    return pairs;
}

template <class Use>
Status eachPair(const ObjectSet& before, const ObjectSet& after, QStringList& warnings,
                const std::function<bool(std::size_t, std::size_t)>& progress, const Use& use) {
    ASSIGN_OR_RETURN(const std::vector<PicturePair> pairs, commonPictures(before, after, warnings));
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (progress && !progress(i, pairs.size())) {
            return fail(ErrorCode::Cancelled, QStringLiteral("The comparison was stopped."));
        }
        ASSIGN_OR_RETURN(std::vector<Object> old, objectsIn({&before, pairs[i].before}));
        ASSIGN_OR_RETURN(std::vector<Object> now, objectsIn({&after, pairs[i].after}));
        use(pairs[i], PictureDiff(std::move(old), std::move(now)));
    }
    return {};
}

const char* nameOf(ObjectChange::Kind kind) {
    switch (kind) {
    case ObjectChange::Kind::Added:
        return "added";
    case ObjectChange::Kind::Removed:
        return "removed";
    case ObjectChange::Kind::Changed:
        return "changed";
    case ObjectChange::Kind::Relabelled:
        return "relabelled";
    }
    return "";
}

} // namespace

int DatasetDiff::count(ObjectChange::Kind kind) const {
    return int(std::count_if(changes.begin(), changes.end(),
                             [kind](const ObjectChange& change) { return change.kind == kind; }));
}

Result<DatasetDiff> diffOf(const ObjectSet& before, const ObjectSet& after,
                           const std::function<bool(std::size_t, std::size_t)>& progress) {
    DatasetDiff diff;
    diff.warnings = before.warnings + after.warnings;
    RETURN_IF_ERROR(
        eachPair(before, after, diff.warnings, progress, [&](const PicturePair& pair, PictureDiff&& picture) {
            ObjectChange like;
            like.picture = after.clips.at(pair.after).name;
            like.beforePicture = pair.before;
            like.afterPicture = pair.after;
            picture.tell(like, diff);
            ++diff.pictures;
        }));
    return diff;
}

Result<std::map<qint64, double>> agreementOf(const ObjectSet& of, const ObjectSet& other,
                                             const std::function<bool(std::size_t, std::size_t)>& progress) {
    std::map<qint64, double> agreement;
    QStringList warnings;
    RETURN_IF_ERROR(
        eachPair(of, other, warnings, progress, [&](const PicturePair&, const PictureDiff& picture) {
            for (const Object& object : picture.before()) {
                agreement[object.id] = object.best;
            }
        }));
    return agreement;
}

QByteArray jsonOf(const DatasetDiff& diff) {
    using nlohmann::ordered_json;
    ordered_json json = {{"pictures", diff.pictures}, {"same", diff.same}};
    for (const ObjectChange::Kind kind : {ObjectChange::Kind::Added, ObjectChange::Kind::Removed,
                                          ObjectChange::Kind::Changed, ObjectChange::Kind::Relabelled}) {
        json[nameOf(kind)] = diff.count(kind);
    }
    json["changes"] = ordered_json::array();
    for (const ObjectChange& change : diff.changes) {
        ordered_json entry = {{"what", nameOf(change.kind)}, {"picture", change.picture.toStdString()}};
        if (change.kind != ObjectChange::Kind::Added) {
            entry["before"] = {{"id", change.beforeId}, {"class", change.before.toStdString()}};
        }
        if (change.kind != ObjectChange::Kind::Removed) {
            entry["after"] = {{"id", change.afterId}, {"class", change.after.toStdString()}};
        }
        entry["iou"] = change.iou;
        entry["box"] = {change.box.x(), change.box.y(), change.box.width(), change.box.height()};
        json["changes"].push_back(std::move(entry));
    }
    for (const QString& warning : diff.warnings) {
        json["warnings"].push_back(warning.toStdString());
    }
    return QByteArray::fromStdString(json.dump(2)) + '\n';
}

} // namespace core
