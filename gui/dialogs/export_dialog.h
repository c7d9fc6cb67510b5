// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/loss_report.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace core {
class OpenProject;
}

namespace gui {

/// Says what a COCO file will hold and lose, before anything is written; then asks for the folder and writes
/// it.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExportDialog(core::OpenProject& open, QWidget* parent = nullptr);

    /// One sentence about what was written or why not; empty if nothing was.
    const QString& outcome() const { return m_outcome; }
    static QString describe(const core::LossReport& report);

private:
    void count();
    void write();

    core::OpenProject& m_open;
    QCheckBox* m_polygons;
    QLabel* m_report;
    QPushButton* m_write;
    QString m_outcome;
};

} // namespace gui
