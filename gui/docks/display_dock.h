// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDockWidget>

#include <array>

class QDoubleSpinBox;
class QLabel;
class QSlider;
class QSpinBox;

namespace gui {

class DisplayPicture;

/// Black, white, gamma and channels of the view. Changes no file and nothing that the model sees.
class DisplayDock : public QDockWidget {
    Q_OBJECT
public:
    DisplayDock(DisplayPicture& picture, QWidget* parent = nullptr);

private:
    void show();
    void apply();

    DisplayPicture& m_picture;
    QDoubleSpinBox* m_low;
    QDoubleSpinBox* m_high;
    QSlider* m_lowSlider;
    QSlider* m_highSlider;
    QDoubleSpinBox* m_gamma;
    std::array<QSpinBox*, 3> m_channels{};
    QLabel* m_channelsLabel;
    QLabel* m_model;
    bool m_showing = false;
};

} // namespace gui
