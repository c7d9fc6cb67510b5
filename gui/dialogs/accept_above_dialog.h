// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/bulk_accept.h"

#include <QDialog>
#include <QList>

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace gui {

class Crops;
class Session;

/// Asks from which score on everything that waits, and that the filter shows, is accepted: with the count,
/// and the instances that would just pass.
class AcceptAboveDialog : public QDialog {
    Q_OBJECT
public:
    explicit AcceptAboveDialog(Session& session, QWidget* parent = nullptr);

    /// What was counted, ascending: no others are meant, whatever came since.
    std::vector<core::AnnotationId> chosen() const;
    static constexpr int kSample = 12;

private:
    struct Cell {
        QLabel* crop = nullptr;
        QLabel* text = nullptr;
    };
    QWidget* buildSample();
    void ask();
    void showCount();
    void updateCrops();
    /// Where those that pass begin.
    std::vector<core::WaitingInstance>::const_iterator firstPassing() const;

    Session& m_session;
    Crops* m_crops;
    QDoubleSpinBox* m_threshold;
    QLabel* m_count;
    QPushButton* m_accept = nullptr;
    QList<Cell> m_cells;
    std::vector<core::WaitingInstance> m_waiting; ///< the lowest score first
    bool m_known = false;
};

} // namespace gui
