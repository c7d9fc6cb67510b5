// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

/// Makes a project of `images` images with `instances` instances each, ellipses of a few sizes, some with
/// holes or several parts, of 40 labels, through the store's own code. The pictures are 50 real files that
/// images share. Does nothing if `folder` holds it already. Returns the project's file.
core::Result<QString> makeBigProject(const QString& folder, int images, int instances);
