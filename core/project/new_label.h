// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"

namespace core {

class Project;

/// A label with the next free colour and place in the list, after those of the project and those that the
/// same edit makes (`made`). Not in the project yet.
Label newLabel(Project& project, const QString& name, const QList<Label>& made = {});
/// The same after the labels in `known`, without an id yet.
Label newLabel(const QString& name, const QList<Label>& known);

} // namespace core
