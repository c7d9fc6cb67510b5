// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

namespace core {

class Database;
class Statement;
struct ShapeFacts;

/// What a file must carry at offset 68 to be one of ours: "Mskw".
inline constexpr qint32 kApplicationId = 0x4d736b77;
/// The newest version of the tables that this program writes.
inline constexpr int kSchemaVersion = 5;

/// Brings a database of any known version to kSchemaVersion, in one transaction with the version mark. An
/// empty database (version 0) gets all tables. Errors: Unsupported (a newer version), CorruptFile (not a
/// project, or with triggers, views or virtual tables, which we never make), Io.
Status migrate(Database& database);
/// The same refusals without changing anything. Errors: as migrate().
Status checkSchema(Database& database);

/// Binds the eight columns area, x, y, width, height, parts, holes, by_hand from `first` on.
void bindShape(Statement& to, int first, const ShapeFacts& facts);

} // namespace core
