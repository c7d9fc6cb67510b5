// SPDX-License-Identifier: Apache-2.0
#include "core/query/narrowed_source.h"

#include <QSet>

#include <algorithm>

namespace core {

ExportSource narrowed(ExportSource source, QueryMatches found) {
    if (found.everything)
        return source;
    const QSet<ImageId> images(found.images.begin(), found.images.end());
    source.images.removeIf([&](const ImageInfo& image) {
        if (!images.contains(image.id) && source.imagePath)
            source.others << source.imagePath(image.id);
        return !images.contains(image.id);
    });
    source.annotations = [all = source.annotations, instances = std::move(found.instances)](
                             ImageId image) -> Result<std::vector<Annotation>> {
        ASSIGN_OR_RETURN(std::vector<Annotation> annotations, all(image));
        std::erase_if(annotations, [&](const Annotation& a) {
            return !std::binary_search(instances.begin(), instances.end(), a.id);
        });
        return annotations;
    };
    return source;
}

} // namespace core
