// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/formats/export_preset.h"
#include "core/formats/import_edit.h"

#include <QObject>

#include <memory>

class QSettings;
class QWidget;

namespace core {
struct Format;
}

namespace gui {

class Actions;
class Session;

/// Import and export of labels in other programs' formats. Reading and writing run on a thread of their own;
/// the window waits for them alive.
class ExchangeCommands : public QObject {
    Q_OBJECT
public:
    /// `window` is the parent of dialogs.
    ExchangeCommands(Session& session, Actions& actions, QSettings& settings, QWidget& window);

    /// Reads a file or folder as one undo step and says what came. `format`: none, it is recognised.
    void importFrom(const QString& path, const core::Format* format = nullptr);
    /// Writes what was written last, at once if nothing is lost; otherwise, or if the last export was of
    /// another project, the dialog comes up with its choices.
    void repeatExport();

private:
    struct Reading;

    void importLabels();
    void showExport(const core::ExportPreset& initial);
    void repeat(const core::ExportPreset& last);
    void put(Reading& reading);

    Session& m_session;
    QSettings& m_settings;
    QWidget& m_window;
    core::Background m_background; ///< last: its thread ends before what it uses goes
};

} // namespace gui
