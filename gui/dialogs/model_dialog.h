// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace core {
class ModelManager;
struct Ending;
struct InstallProgress;
struct ModelEntry;
enum class WayOut;
} // namespace core

namespace gui {

class AccessStep;
class LicenceStep;
class ModelList;

/// "Get a model": what there is, the licence, the way in, the room, the download. Not modal: work goes on
/// meanwhile, and closing it does not stop the download.
class ModelDialog : public QDialog {
    Q_OBJECT
public:
    explicit ModelDialog(core::ModelManager& models, QWidget* parent = nullptr);

    ModelList& list() { return *m_list; }
    /// Says which file is open at present.
    void setUsed(const QString& file);
    void get();
    void importFrom(const QString& source);

signals:
    /// The person wants to work with this model file.
    void useRequested(const QString& file);
    void folderChosen(const QString& folder);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildSpace();
    QWidget* buildProgress();
    QLayout* buildButtons();
    void showModel();
    static QString noteOf(const core::ModelEntry& entry);
    QString spaceText(const core::ModelEntry& entry) const;
    void showProgress(const core::InstallProgress& progress);
    void showEnding(const QString& id, const core::Ending& ending);
    void showButtons();
    void say(const QString& sentence, bool bad);
    void colourOutcome();
    void offer(const QList<core::WayOut>& ways);
    void goOut(core::WayOut way);
    void askSource(bool isFolder);
    void askFolder();
    void use();
    void remove();

    core::ModelManager& m_models;
    ModelList* m_list;
    QString m_shown; ///< the id of the model that the window speaks of
    LicenceStep* m_licence;
    AccessStep* m_access;
    QLabel* m_note;
    QLabel* m_space;
    QProgressBar* m_bar;
    QLabel* m_figures;
    QLabel* m_outcome = nullptr;
    bool m_isBad = false; ///< what the outcome says
    QBoxLayout* m_ways;
    QPushButton* m_get;
    QPushButton* m_pause;
    QPushButton* m_import;
    QPushButton* m_use;
    QPushButton* m_remove;
};

} // namespace gui
