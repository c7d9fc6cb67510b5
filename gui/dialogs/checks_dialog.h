// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/background.h"
#include "core/review/project_findings.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <stop_token>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace gui {

class Session;

/// What the rules find in the whole project, by rule. Choosing a finding shows its instance; a finding, or
/// all of a rule, is mended as one step where there is one sensible answer. Looking and mending run off the
/// UI thread.
class ChecksDialog : public QDialog {
    Q_OBJECT
public:
    explicit ChecksDialog(Session& session, QWidget* parent = nullptr);
    ~ChecksDialog() override;

    bool isBusy() const { return m_busy; }
    void check();  ///< again, for what is saved by then
    void repair(); ///< what is chosen: a finding or a rule

signals:
    void shown(const QRect& box); ///< of the instance that is selected now
    void settled();               ///< checking or mending is over

private:
    void build();
    void run(std::function<void()> start);
    void fill(const std::vector<core::PlacedFinding>& findings);
    void showChosen();
    void updateButtons();
    void commit(const core::Result<std::vector<core::Change>>& changes, core::EditId made,
                core::ImageId image);
    std::vector<core::PlacedFinding> chosen() const;
    void setBusy(bool busy, const QString& text);

    Session& m_session;
    QTreeWidget* m_tree = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_repair = nullptr;
    std::vector<core::PlacedFinding> m_findings;
    bool m_busy = false;
    std::stop_source m_stop;
    std::unique_ptr<core::Background> m_background;
};

} // namespace gui
