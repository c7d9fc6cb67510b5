// SPDX-License-Identifier: Apache-2.0
#include "gui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace gui {
namespace {

const auto kLanguageKey = QStringLiteral("window/language");

} // namespace

const QList<Language>& languages() {
    static const QList<Language> list{{QStringLiteral("en"), QStringLiteral("English")},
                                      {QStringLiteral("de"), QStringLiteral("Deutsch")},
                                      {QStringLiteral("es"), QStringLiteral("Español")},
                                      {QStringLiteral("fr"), QStringLiteral("Français")},
                                      {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
                                      {QStringLiteral("ja"), QStringLiteral("日本語")}};
    return list;
}

Texts::Texts(QSettings& settings) : m_settings(settings) {}

Texts::~Texts() = default;

QString Texts::chosen(const QSettings& settings) {
    return settings.value(kLanguageKey).toString();
}

void Texts::choose(QSettings& settings, const QString& id) {
    settings.setValue(kLanguageKey, id);
}

void Texts::load() {
    const QString id = chosen(m_settings);
    const QLocale locale = id.isEmpty() ? QLocale::system() : QLocale(id);
    QLocale::setDefault(locale);
    // A destroyed translator is out of use.
    m_own = std::make_unique<QTranslator>();
    m_qt = std::make_unique<QTranslator>();
    if (m_own->load(locale, QStringLiteral("maskwright"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        QCoreApplication::installTranslator(m_own.get());
    }
    if (m_qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(m_qt.get());
    }
}

} // namespace gui
