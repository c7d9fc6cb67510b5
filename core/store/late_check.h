// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/base/result.h"

#include <QObject>
#include <QString>

namespace core {

/// Looks through a large project that was closed well the last time, and then makes the rolling backup, while
/// people work already: both read the whole file, which takes a second for two million instances. A damaged
/// file gives no backup, so the good ones stay. UI thread.
class LateCheck : public QObject {
    Q_OBJECT
public:
    /// Files from this size on, in bytes, are not looked through before they are opened.
    static constexpr qint64 kLarge = qint64{48} << 20;

    explicit LateCheck(QObject* parent = nullptr) : QObject(parent) {}
    void start(const QString& file);

signals:
    /// The project is damaged, or no backup could be made; one sentence that says what to do.
    void failed(const QString& message);

private:
    Background m_background;
};

/// Adds the newest good backup to what is wrong with a damaged project, as the way out.
Error withBackup(Error error, const QString& file);

} // namespace core
