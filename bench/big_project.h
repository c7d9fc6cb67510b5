// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QSize>
#include <QString>

/// Makes a project of `images` images with `instances` instances each, ellipses of a few sizes, some with
/// holes or several parts, of 40 labels, through the store's own code. The pictures are 50 real files that
/// images share. Does nothing if `folder` holds it already. Returns the project's file.
/// `size`: of the pictures, at least 200 x 100.
core::Result<QString> makeBigProject(const QString& folder, int images, int instances,
                                     QSize size = {1280, 960});
