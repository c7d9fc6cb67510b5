// SPDX-License-Identifier: Apache-2.0
#include "core/review/bulk_accept.h"

#include "core/store/edit_codec.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <tuple>

namespace core {
namespace {

bool isWaiting(const InstanceRow& row) {
    return row.present && State(row.state) == State::Auto;
}

bool isAmong(const QueryMatches& matches, const InstanceRow& row) {
    return matches.everything ||
           std::binary_search(matches.instances.begin(), matches.instances.end(), AnnotationId{row.id});
}

/// None if the stored attributes can't be read: such an instance is left for a person.
std::optional<Fields> fieldsOf(const InstanceIndex& index, const InstanceRow& row) {
    const auto attributes = decodeValues(index.attributes()[row.attributes]);
    if (!attributes) {
        return std::nullopt;
    }
    Fields fields;
    fields.label = index.labels()[row.label];
    fields.state = State(row.state);
    fields.z = row.z;
    fields.locked = row.locked;
    fields.hidden = row.hidden;
    fields.crowd = row.crowd;
    fields.group = {row.group};
    fields.attributes = *attributes;
    return fields;
}

/// The index has instances of removed images still.
QSet<ImageId> imagesOf(const QueryContext& context) {
    QSet<ImageId> images;
    for (const ImageInfo& image : context.images) {
        images.insert(image.id);
    }
    return images;
}

} // namespace

std::vector<WaitingInstance> waitingInstances(const InstanceIndex& index, const QueryContext& context,
                                              const QueryMatches& matches) {
    const QSet<ImageId> images = imagesOf(context);
    std::vector<WaitingInstance> waiting;
    for (const InstanceRow& row : index.rows()) {
        const ImageId image = index.images()[row.image];
        if (isWaiting(row) && row.score == row.score && isAmong(matches, row) && images.contains(image)) {
            waiting.push_back({{row.id},
                               image,
                               index.labels()[row.label],
                               row.score,
                               QRect(row.left, row.top, row.width, row.height)});
        }
    }
    std::sort(waiting.begin(), waiting.end(), [](const WaitingInstance& a, const WaitingInstance& b) {
        return std::tuple(a.score, a.instance) < std::tuple(b.score, b.instance);
    });
    return waiting;
}

Edit acceptWaiting(const InstanceIndex& index, const QueryContext& context,
                   const std::vector<AnnotationId>& ids) {
    const QSet<ImageId> images = imagesOf(context);
    Edit edit;
    for (const InstanceRow& row : index.rows()) {
        const bool wanted = isWaiting(row) && images.contains(index.images()[row.image]) &&
                            std::binary_search(ids.begin(), ids.end(), AnnotationId{row.id});
        const std::optional<Fields> before = wanted ? fieldsOf(index, row) : std::nullopt;
        if (before) {
            Fields after = *before;
            after.state = State::Accepted;
            edit.changes.push_back(SetFields{{row.id}, *before, after});
        }
    }
    return edit;
}

} // namespace core
