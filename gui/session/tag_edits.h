// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/edit.h"

namespace core {
class Project;
}

namespace gui::edits {

/// The tags that all of `images` have.
QStringList commonTags(const core::Project& project, const QList<core::ImageId>& images);
/// The tags of the whole project, in alphabetic order.
QStringList allTags(const core::Project& project);
/// Adds and takes away tags; images that stay the same are left out.
core::Edit setTags(const core::Project& project, const QList<core::ImageId>& images, const QStringList& added,
                   const QStringList& removed);

} // namespace gui::edits
