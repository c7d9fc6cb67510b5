// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDockWidget>
#include <QRect>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace core {
struct ObjectChange;
}

namespace gui {

class Comparison;
class DifferencesPage;
class FiguresPage;
class Session;
class SideRow;

/// Compares model with people, people with people, two runs, or two projects: figures and differences. What
/// is chosen in a table or plot filters the lists; a difference leads to its instance.
class ComparisonDock : public QDockWidget {
    Q_OBJECT
public:
    explicit ComparisonDock(Session& session, QWidget* parent = nullptr);

    const Comparison& comparison() const { return *m_comparison; }

signals:
    void shown(const QRect& box); ///< pixels of the current image that are to be looked at

private:
    void build();
    void startOrCancel();
    void follow(const QString& problem);
    void filterClasses(const QStringList& names);
    void filterImages(const QStringList& names);
    void showChange(const core::ObjectChange& change);
    void updateReview();

    Session& m_session;
    Comparison* m_comparison;
    SideRow* m_first = nullptr;
    SideRow* m_second = nullptr;
    QComboBox* m_what = nullptr;
    QCheckBox* m_clips = nullptr;
    QCheckBox* m_forReview = nullptr;
    QPushButton* m_start = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_problem = nullptr;
    QWidget* m_pages = nullptr;
    FiguresPage* m_figures = nullptr;
    DifferencesPage* m_differences = nullptr;
};

} // namespace gui
