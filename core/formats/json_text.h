// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace core {

/// A quoted JSON string in UTF-8; lone surrogates become U+FFFD.
QByteArray jsonString(const QString& text);
/// The same for UTF-8 or ASCII bytes, such as run length strings.
QByteArray jsonString(const QByteArray& utf8);
/// The shortest decimal that reads back to the same number; `value` must be finite. Independent of the
/// locale.
QByteArray jsonNumber(float value);

} // namespace core
