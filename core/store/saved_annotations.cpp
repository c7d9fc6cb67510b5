// SPDX-License-Identifier: Apache-2.0
#include "core/store/saved_annotations.h"

#include "core/store/project_store.h"

namespace core {

Result<std::vector<Annotation>> savedAnnotations(const QString& project, ImageId image) {
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(project, ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(ProjectStore::Annotations stored, store.annotations(image));
    return std::move(stored.annotations);
}

} // namespace core
