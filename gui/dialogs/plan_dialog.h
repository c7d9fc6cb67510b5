// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/background_run.h"
#include "core/project/annotation.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace gui {

class PlanTable;
class SampleTable;
class Session;

/// What an auto-label run looks for and what it may write: the plan of the command line, with a trial on a
/// few images before anything begins.
class PlanDialog : public QDialog {
    Q_OBJECT
public:
    explicit PlanDialog(Session& session, QWidget* parent = nullptr);

    /// What is set. Errors: InvalidArgument, a sentence that names what is wrong.
    core::Result<core::AutoLabelPlan> plan() const;
    void setPlan(const core::AutoLabelPlan& plan);
    /// Looks for this label alone; the rest is as it was set.
    void setLabel(const core::Label& label);
    /// Starts the trial, or stops the one that is on.
    void tryPlan();

private:
    QWidget* buildClasses();
    QWidget* buildRules();
    QWidget* buildTrial();
    void openPlan();
    void savePlan();
    void endTrial(const QString& text);
    void showReport(const core::SampleReport& report);
    void finish();
    void say(const QString& sentence);

    Session& m_session;
    core::PlanTrial m_trial;
    core::AutoLabelPlan m_tried;
    PlanTable* m_table;
    QComboBox* m_write;
    QComboBox* m_between;
    QDoubleSpinBox* m_duplicate;
    QCheckBox* m_exclusive;
    QSpinBox* m_area;
    QSpinBox* m_tile;
    QSpinBox* m_overlap;
    QSpinBox* m_images;
    QPushButton* m_try;
    SampleTable* m_sample;
    QLabel* m_said;
    bool m_trying = false;
};

} // namespace gui
