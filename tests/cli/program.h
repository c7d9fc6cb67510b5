// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/mask/mask.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

namespace cli {

/// How one run of maskwright-cli ended.
struct Outcome {
    int code = -1; ///< -1: it crashed or hung
    QByteArray out;
    QByteArray err;
};

Outcome runProgram(const QStringList& arguments);
/// Standard output as JSON; null if it is none.
nlohmann::json parsed(const QByteArray& text);
/// The mask of one instance of the program's JSON.
core::Mask maskOf(const nlohmann::json& instance);
core::Mask maskFromPng(const QString& file);
/// Pixels in which two masks differ.
qint64 difference(const core::Mask& a, const core::Mask& b);

/// A folder with files that go wrong in known ways.
class Playground {
public:
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QString write(const char* name, const QByteArray& bytes) const;
    QString picture(const char* name, QSize size = {64, 48}) const;

private:
    QTemporaryDir m_folder;
};

} // namespace cli
