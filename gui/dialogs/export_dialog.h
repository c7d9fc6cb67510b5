// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/formats/export_preset.h"
#include "core/formats/format.h"
#include "core/query/query_match.h"

#include <QDialog>

#include <stop_token>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;

namespace gui {

class Session;
class SplitRow;

/// Says what a data set in one of the formats will hold and lose, before anything is written; then asks for
/// the folder and writes it. All of the project, or what a filter finds. It counts off the UI thread, in the
/// project's file once all is there; only what can't be saved is counted at once.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `settings` keep choices under names; without them there are none. `initial`: what is chosen first; its
    /// folder is written without asking for one.
    explicit ExportDialog(Session& session, QWidget* parent = nullptr, QSettings* settings = nullptr,
                          const core::ExportPreset& initial = {});
    ~ExportDialog() override;

    /// One sentence about what was written or why not; empty if nothing was.
    const QString& outcome() const { return m_outcome; }
    /// `title`: of the format.
    static QString describe(const core::LossReport& report, const QString& title);
    /// Writes what was counted last and closes the dialog. A format that needs a folder of its own makes one
    /// in `folder`, called after it.
    void writeTo(const QString& folder);
    const core::Format& format() const;
    core::ExportPreset choices() const;
    void setChoices(const core::ExportPreset& preset);

private:
    QBoxLayout* makeChoices();
    QBoxLayout* makeFilter();
    void choose();
    void find();
    void count();
    void countStored();
    void countHere();
    void showLosses(const core::Result<core::LossReport>& report);
    void say(const QString& text);
    void showProblem(const core::Error& error);
    void write();

    Session& m_session;
    QSettings* m_settings;
    QString m_folder; ///< that of the initial choices
    QComboBox* m_format;
    QLineEdit* m_where;
    QCheckBox* m_polygons;
    QCheckBox* m_pictures;
    SplitRow* m_split;
    QLabel* m_report;
    QPushButton* m_write;
    QString m_outcome;
    core::QueryMatches m_found; ///< what is written
    QStringList m_dropped;      ///< what the report says is not kept
    quint64 m_asked = 0;
    bool m_waiting = false;        ///< until the file has everything
    std::stop_source m_stop;       ///< of the count that runs
    core::Background m_background; ///< last: its thread ends before what it uses goes
};

} // namespace gui
