// SPDX-License-Identifier: Apache-2.0
#include "core/review/project_findings.h"

#include "core/query/instance_index.h"
#include "core/store/project_store.h"

#include <iterator>
#include <map>

namespace core {
namespace {

tl::unexpected<Error> stopped() {
    return fail(ErrorCode::Cancelled, QStringLiteral("Looking through the project was stopped."));
}

/// The areas stand in the file, so no mask is decoded for them.
Result<std::map<LabelId, AreaSpread>> areasOf(ProjectStore& store, const std::stop_token& stop) {
    InstanceIndex index;
    RETURN_IF_ERROR(index.load(store.database(), stop));
    std::map<LabelId, std::vector<qint64>> areas;
    for (const InstanceRow& row : index.rows()) {
        if (State(row.state) != State::Rejected && !row.crowd) {
            areas[index.labels()[row.label]].push_back(row.area);
        }
    }
    std::map<LabelId, AreaSpread> spreads;
    for (auto& [label, values] : areas) {
        spreads[label] = areaSpread(std::move(values));
    }
    return spreads;
}

} // namespace

Result<std::vector<PlacedFinding>> findingsOf(const QString& project, const std::stop_token& stop) {
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(project, ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(const ProjectStore::Contents contents, store.contents());
    ASSIGN_OR_RETURN(const auto areas, areasOf(store, stop));
    std::vector<PlacedFinding> found;
    for (const ImageInfo& image : contents.images) {
        if (stop.stop_requested()) {
            return stopped();
        }
        ASSIGN_OR_RETURN(const ProjectStore::Annotations stored, store.annotations(image.id));
        for (const Finding& finding : findingsIn(stored.annotations, image.size, areas)) {
            found.push_back({image.id, finding});
        }
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
        std::vector<Change> mended = repairs(stored.annotations, here->second, image.size);
        std::move(mended.begin(), mended.end(), std::back_inserter(changes));
    }
    return changes;
}

bool isMendable(Rule rule) {
    return rule != Rule::Overlap && rule != Rule::Sliver && rule != Rule::Outlier;
}

} // namespace core
