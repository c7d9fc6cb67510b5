// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace core {

/// True if a picture file of this format (as QImageReader names it) ends before its first picture does. Some
/// decoders fill what is missing with grey and say nothing; formats whose decoders report it themselves are
/// always "whole" here.
bool isCutOff(const QByteArray& bytes, const QByteArray& format);

} // namespace core
