// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <memory>

class QSettings;
class QTranslator;

namespace gui {

struct Language {
    QString id;   ///< as in the names of the files of translations/; "en" for the texts in the source
    QString name; ///< in that language
};

const QList<Language>& languages();

/// The language of all texts: the user's choice, else the system's, else English. A window takes its texts
/// while it is built, so a new choice needs a new window.
class Texts {
public:
    explicit Texts(QSettings& settings);
    ~Texts();

    /// Installs the texts of the present choice.
    void load();
    static QString chosen(const QSettings& settings); ///< empty: the system's
    static void choose(QSettings& settings, const QString& id);

private:
    QSettings& m_settings;
    std::unique_ptr<QTranslator> m_own;
    std::unique_ptr<QTranslator> m_qt; ///< standard buttons and dialogs
};

} // namespace gui
