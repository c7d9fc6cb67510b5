// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QFile>
#include <QString>
#include <QXmlStreamReader>

namespace core {

/// `text` with the five characters of XML escaped; characters that XML forbids become U+FFFD.
QByteArray xmlText(const QString& text);

/// An XML file read token by token. A DTD ends it with an error: no label file needs one, and entities that
/// double themselves or name other files hide there.
class XmlFile {
public:
    explicit XmlFile(const QString& path);
    /// Errors: NotFound, Io.
    Status open();
    QXmlStreamReader& xml() { return m_xml; }
    /// The next start tag inside of the element that is open; false at its end or at an error.
    bool nextChild();
    /// The text of an element without children.
    QString text();
    /// Ok if the file was well formed so far; else CorruptFile with its name and line.
    Status status() const;
    /// "x.xml, line 3: WHY."
    tl::unexpected<Error> broken(const QString& why) const;

private:
    QString m_path;
    QFile m_file;
    QXmlStreamReader m_xml;
};

} // namespace core
