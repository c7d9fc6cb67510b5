// SPDX-License-Identifier: Apache-2.0
#include "core/store/merge_lists.h"

#include <algorithm>

namespace core {
namespace {

const Label* find(const QList<Label>& labels, LabelId id) {
    const auto at = std::find_if(labels.begin(), labels.end(), [id](const Label& l) { return l.id == id; });
    return at == labels.end() ? nullptr : &*at;
}

/// Takes their value of a field if only they changed it; false if both did, differently.
template <class Value> bool take(const Value& base, Value& mine, const Value& theirs) {
    if (theirs == base || theirs == mine)
        return true;
    if (mine != base)
        return false;
    mine = theirs;
    return true;
}

bool hasName(const QList<Label>& labels, const Label& except, const QString& name) {
    return std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
        return label.id != except.id && label.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void mergeLabel(const Label& base, const Label& mine, const Label& theirs, const QList<Label>& all,
                MergePlan& plan) {
    Label after = mine;
    bool merged = take(base.name, after.name, theirs.name);
    merged = take(base.color, after.color, theirs.color) && merged;
    merged = take(base.phrases, after.phrases, theirs.phrases) && merged;
    merged = take(base.threshold, after.threshold, theirs.threshold) && merged;
    merged = take(base.attributes, after.attributes, theirs.attributes) && merged;
    if (!merged)
        plan.notMerged.append({NotMerged::What::Label, mine.name});
    if (after.name != mine.name && hasName(all, mine, after.name)) {
        plan.notMerged.append({NotMerged::What::LabelName, mine.name});
        after.name = mine.name;
    }
    for (Attribute& attribute : after.attributes) {
        const auto known = [&](const Attribute& other) { return other.id == attribute.id; };
        const bool isMine = std::any_of(mine.attributes.begin(), mine.attributes.end(), known);
        const bool isOld = std::any_of(base.attributes.begin(), base.attributes.end(), known);
        if (!isMine && !isOld)
            attribute.id = {};
    }
    if (!(after == mine))
        plan.labelChanges.push_back({mine, after});
}

} // namespace

void mergeLabels(const QList<Label>& base, const QList<Label>& mine, MergePlan& plan) {
    for (const Label& before : base) {
        const Label* own = find(mine, before.id);
        const Label* other = find(plan.labels, before.id);
        if (other)
            plan.commonLabels.insert(before.id);
        if (own && other)
            mergeLabel(before, *own, *other, mine, plan);
        else if (own)
            plan.notMerged.append({NotMerged::What::RemovedLabel, own->name});
    }
}

void mergeMarks(const ImageInfo& base, const ImageInfo& mine, const ImageInfo& theirs, MergePlan& plan) {
    ImageInfo after = mine;
    if (theirs.reviewed != base.reviewed)
        after.reviewed = theirs.reviewed;
    for (const QString& tag : base.tags)
        if (!theirs.tags.contains(tag))
            after.tags.removeAll(tag);
    for (const QString& tag : theirs.tags)
        if (!base.tags.contains(tag) && !after.tags.contains(tag))
            after.tags.append(tag);
    for (const QString& run : theirs.runs)
        if (!after.runs.contains(run))
            after.runs.append(run);
    if (after.tags != mine.tags)
        after.tags.sort();
    if (!(after == mine))
        plan.imageChanges.push_back({mine, after});
}

} // namespace core
