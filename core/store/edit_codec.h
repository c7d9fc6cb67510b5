// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/project/edit.h"

#include <QByteArray>

namespace core {

/// Masks and edits as bytes: variable-length integers of differences, so that a span costs three to four
/// bytes. Both begin with a version byte. Reading checks every count against the bytes that are left before
/// it allocates (an edit takes at most some hundred times its bytes, a mask five times) and refuses what
/// writing would not produce: CorruptFile, never a crash.
QByteArray encodeMask(const Mask& mask);
Result<Mask> decodeMask(const QByteArray& bytes);

/// Columns of the project file; nothing at all is empty bytes.
QByteArray encodeAttributes(const QList<Attribute>& attributes);
Result<QList<Attribute>> decodeAttributes(const QByteArray& bytes);
QByteArray encodeValues(const AttributeValues& values);
Result<AttributeValues> decodeValues(const QByteArray& bytes);

/// Reads edits of version 1, too.
QByteArray encodeEdit(const Edit& edit);
Result<Edit> decodeEdit(const QByteArray& bytes);

} // namespace core
