// SPDX-License-Identifier: Apache-2.0
#include "core/formats/xml_text.h"

#include <QFileInfo>

namespace core {

QByteArray xmlText(const QString& text) {
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        const bool allowed = c >= QLatin1Char(' ') || c == QLatin1Char('\t') || c == QLatin1Char('\n');
        safe += allowed && c.unicode() < 0xfffe ? c : QChar(QChar::ReplacementCharacter);
    }
    // In attributes, readers take plain line ends and tabs for blanks.
    return safe.toHtmlEscaped()
        .replace(QLatin1Char('\''), QStringLiteral("&apos;"))
        .replace(QLatin1Char('\n'), QStringLiteral("&#10;"))
        .replace(QLatin1Char('\t'), QStringLiteral("&#9;"))
        .toUtf8();
}

XmlFile::XmlFile(const QString& path) : m_path(path), m_file(path) {}

Status XmlFile::open() {
    if (!m_file.open(QIODevice::ReadOnly))
        return fail(
            QFileInfo::exists(m_path) ? ErrorCode::Io : ErrorCode::NotFound,
            QStringLiteral("%1 can't be read: %2.").arg(QFileInfo(m_path).fileName(), m_file.errorString()));
    m_xml.setDevice(&m_file);
    m_xml.setEntityExpansionLimit(0);
    return {};
}

bool XmlFile::nextChild() {
    while (!m_xml.atEnd()) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            return true;
        case QXmlStreamReader::EndElement:
            return false;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            m_xml.raiseError(QStringLiteral("it declares or uses entities, which label files don't need"));
            return false;
        default:
            break;
        }
    }
    return false;
}

QString XmlFile::text() {
    return m_xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
}

Status XmlFile::status() const {
    return m_xml.hasError() ? Status(broken(m_xml.errorString())) : Status();
}

tl::unexpected<Error> XmlFile::broken(const QString& why) const {
    QString clause = why;
    while (clause.endsWith(QLatin1Char('.')))
        clause.chop(1);
    return fail(ErrorCode::CorruptFile, QStringLiteral("%1, line %2: %3.")
                                            .arg(QFileInfo(m_path).fileName())
                                            .arg(m_xml.lineNumber())
                                            .arg(clause));
}

} // namespace core
