// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/export_pass.h"

namespace core {

// Pictures made of the labels, for people and for programs that want no labels at all. They are only written.

/// A PNG for each instance, cut out of its picture: what is not of the mask is transparent. They lie in a
/// folder for each label; "cut-outs.json" says where each came from. Errors: those of loadImageFile().
Status writeCutouts(ExportPass& pass);
/// A PNG for each picture with its instances drawn over it in the colours of their labels, each with a solid
/// border. No reader gets a mask back, and the report says so. Errors: those of loadImageFile().
Status writeOverlays(ExportPass& pass);

} // namespace core
