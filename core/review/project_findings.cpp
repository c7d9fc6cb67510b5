// SPDX-License-Identifier: Apache-2.0
#include "core/review/project_findings.h"

#include "core/query/instance_index.h"
#include "core/store/project_store.h"

#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace core {
namespace {

tl::unexpected<Error> stopped() {
    return fail(ErrorCode::Cancelled, QStringLiteral("Looking through the project was stopped."));
}

/// The areas stand in the file, so no mask is decoded for them.
Result<std::map<LabelId, AreaSpread>> areasOf(ProjectStore& store, const QList<ImageInfo>& images,
                                              const std::stop_token& stop) {
    std::set<ImageId> known; // the file keeps what belongs to removed images
    for (const ImageInfo& image : images) {
        known.insert(image.id);
    }
    InstanceIndex index;
    RETURN_IF_ERROR(index.load(store.database(), stop));
    std::map<LabelId, std::vector<qint64>> areas;
    for (const InstanceRow& row : index.rows()) {
        if (State(row.state) != State::Rejected && !row.crowd && known.contains(index.images()[row.image])) {
            areas[index.labels()[row.label]].push_back(row.area);
        }
    }
    std::map<LabelId, AreaSpread> spreads;
    for (auto& [label, values] : areas) {
        spreads[label] = areaSpread(std::move(values));
    }
    return spreads;
}

using Named = std::tuple<Rule, AnnotationId, AnnotationId>;
/// A finding without its pixels, which may be others by now.
Named named(const Finding& finding) {
    return {finding.rule, finding.instance, finding.other};
}

} // namespace

Result<std::vector<PlacedFinding>> findingsOf(const QString& project, const std::stop_token& stop) {
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(project, ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(const ProjectStore::Contents contents, store.contents());
    ASSIGN_OR_RETURN(const auto areas, areasOf(store, contents.images, stop));
    std::vector<PlacedFinding> found;
    for (const ImageInfo& image : contents.images) {
        if (stop.stop_requested()) {
            return stopped();
        }
        ASSIGN_OR_RETURN(const ProjectStore::Annotations stored, store.annotations(image.id));
        for (const Finding& finding : findingsIn(stored.annotations, image.size, areas, {}, stop)) {
            found.push_back({image.id, finding});
        }
    }
    if (stop.stop_requested()) {
        return stopped();
    }
    return found;
}

Result<std::vector<Change>> repairsOf(const QString& project, const std::vector<PlacedFinding>& findings,
                                      const std::stop_token& stop) {
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(project, ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(const ProjectStore::Contents contents, store.contents());
    std::map<ImageId, std::vector<Finding>> byImage;
    for (const PlacedFinding& placed : findings) {
        byImage[placed.image].push_back(placed.finding);
    }
    std::vector<Change> changes;
    for (const ImageInfo& image : contents.images) {
        if (stop.stop_requested()) {
            return stopped();
        }
        const auto here = byImage.find(image.id);
        if (here == byImage.end()) {
            continue;
        }
        ASSIGN_OR_RETURN(const ProjectStore::Annotations stored, store.annotations(image.id));
        std::set<Named> still;
        for (const Finding& finding : findingsIn(stored.annotations, image.size, {}, {}, stop)) {
            still.insert(named(finding));
        }
        std::erase_if(here->second, [&](const Finding& finding) { return !still.contains(named(finding)); });
        std::vector<Change> mended = repairs(stored.annotations, here->second, image.size);
        std::move(mended.begin(), mended.end(), std::back_inserter(changes));
    }
    if (stop.stop_requested()) {
        return stopped();
    }
    return changes;
}

bool isMendable(Rule rule) {
    return rule != Rule::Overlap && rule != Rule::Sliver && rule != Rule::Outlier;
}

} // namespace core
