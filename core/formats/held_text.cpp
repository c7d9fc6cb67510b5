// SPDX-License-Identifier: Apache-2.0
#include "core/formats/held_text.h"

#include <QDir>
#include <QTemporaryFile>

namespace core {
namespace {

constexpr qsizetype kBlock = 1 << 20;

Status failed(const QString& why) {
    return fail(ErrorCode::Io, QStringLiteral("The export failed: %1. Free some space or choose another "
                                              "folder; what was there before is unchanged.")
                                   .arg(why));
}

} // namespace

HeldText::HeldText(const ExportSink& sink) : m_place(sink.place()) {}

HeldText::~HeldText() = default;

Status HeldText::add(const QByteArray& entry) {
    if (m_place.isEmpty())
        return {};
    m_block += (m_isEmpty ? "\n" : ",\n") + entry;
    m_isEmpty = false;
    if (m_block.size() < kBlock)
        return {};
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>(
            QDir(m_place).filePath(QStringLiteral(".maskwright-XXXXXX.partial")));
        if (!m_file->open())
            return failed(m_file->errorString());
    }
    const bool written = m_file->write(m_block) == m_block.size();
    m_block.clear();
    return written ? Status() : failed(m_file->errorString());
}

Status HeldText::writeTo(ExportSink& sink) {
    if (m_file && !m_file->seek(0))
        return failed(m_file->errorString());
    while (m_file && !m_file->atEnd()) {
        const QByteArray block = m_file->read(kBlock);
        if (block.isEmpty())
            return failed(m_file->errorString());
        RETURN_IF_ERROR(sink.write(block));
    }
    return sink.write(m_block);
}

} // namespace core
