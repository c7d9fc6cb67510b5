// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>

namespace core {

/// Whether these are the first bytes of a HEIC or AVIF picture.
bool isHeif(const QByteArray& beginning);
/// The primary picture of a HEIC or AVIF file, upright, Format_RGB32 without its transparency. Errors: as
/// decodeImage(); Unsupported names the codec if the system has none for it.
Result<QImage> readHeif(const QByteArray& bytes);
/// Its upright size. Needs the whole file.
Result<QSize> heifSize(const QByteArray& bytes);

} // namespace core
