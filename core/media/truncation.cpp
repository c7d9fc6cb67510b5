// SPDX-License-Identifier: Apache-2.0
#include "core/media/truncation.h"

#include <QtEndian>

#include <algorithm>

namespace core {
namespace {

int byteAt(const QByteArray& bytes, qint64 at) {
    return at < bytes.size() ? quint8(bytes[at]) : 0;
}

template <class T> T littleEndianAt(const QByteArray& bytes, qsizetype at) {
    return at + qsizetype(sizeof(T)) <= bytes.size() ? qFromLittleEndian<T>(bytes.constData() + at) : T(0);
}

/// After the first scan begins, the end marker FF D9 can't occur in whole data before the end.
bool isJpegCutOff(const QByteArray& bytes) {
    qint64 at = 2;
    while (at + 4 <= bytes.size() && byteAt(bytes, at) == 0xff) {
        const int marker = byteAt(bytes, at + 1);
        if (marker == 0xda)
            break;
        const bool isPadding = marker == 0xff;
        const bool isAlone = marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
        const int length = (byteAt(bytes, at + 2) << 8) | byteAt(bytes, at + 3);
        at += isPadding ? 1 : isAlone ? 2 : 2 + length;
    }
    return at >= bytes.size() || bytes.indexOf("\xff\xd9", at) < 0;
}

/// Uncompressed rows must all be there; run-length compressed ones are left to the decoder.
bool isBmpCutOff(const QByteArray& bytes) {
    const auto headerSize = littleEndianAt<quint32>(bytes, 14);
    if (headerSize < 40)
        return false;
    const auto compression = littleEndianAt<quint32>(bytes, 30);
    if (compression == 1 || compression == 2)
        return false;
    const qint64 width = std::abs(qint64(littleEndianAt<qint32>(bytes, 18)));
    const qint64 height = std::abs(qint64(littleEndianAt<qint32>(bytes, 22)));
    const qint64 bytesPerLine = (width * littleEndianAt<quint16>(bytes, 28) + 31) / 32 * 4;
    const qint64 lastByte = (width * littleEndianAt<quint16>(bytes, 28) + 7) / 8;
    const qint64 needed = qint64(littleEndianAt<quint32>(bytes, 10)) + (height - 1) * bytesPerLine + lastByte;
    return height > 0 && bytes.size() < needed;
}

/// Moves behind a chain of sub-blocks, each with its length first, the last of length 0.
qint64 skipSubBlocks(const QByteArray& bytes, qint64 at) {
    while (at < bytes.size() && byteAt(bytes, at) != 0)
        at += 1 + byteAt(bytes, at);
    return at + 1;
}

qint64 colorTableBytes(int flags) {
    return (flags & 0x80) ? qint64(3) << ((flags & 7) + 1) : 0;
}

bool isGifCutOff(const QByteArray& bytes) {
    qint64 at = 13 + colorTableBytes(byteAt(bytes, 10));
    while (at < bytes.size() && byteAt(bytes, at) == 0x21)
        at = skipSubBlocks(bytes, at + 2);
    if (byteAt(bytes, at) != 0x2c)
        return at >= bytes.size();
    at += 10 + colorTableBytes(byteAt(bytes, at + 9)) + 1;
    return skipSubBlocks(bytes, at) > bytes.size();
}

} // namespace

bool isCutOff(const QByteArray& bytes, const QByteArray& format) {
    if (format == "jpeg" || format == "jpg")
        return isJpegCutOff(bytes);
    if (format == "bmp")
        return isBmpCutOff(bytes);
    return format == "gif" && isGifCutOff(bytes);
}

} // namespace core
