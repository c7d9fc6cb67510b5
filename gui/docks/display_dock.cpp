// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/display_dock.h"

#include "gui/canvas/display_picture.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gui {
namespace {

constexpr int kSteps = 1000; // of a slider
constexpr double kMost = std::numeric_limits<float>::max();

QSlider* slider(QWidget* parent, const QString& name) {
    auto* made = new QSlider(Qt::Horizontal, parent);
    made->setRange(0, kSteps);
    made->setAccessibleName(name);
    return made;
}

QDoubleSpinBox* number(QWidget* parent, const QString& name) {
    auto* made = new QDoubleSpinBox(parent);
    made->setKeyboardTracking(false);
    made->setAccessibleName(name);
    return made;
}

int stepOf(double value, std::pair<float, float> range) {
    const double width = std::max(1e-30, double(range.second) - double(range.first));
    return int(std::lround(std::clamp((value - double(range.first)) / width, 0.0, 1.0) * kSteps));
}

double valueAt(int step, std::pair<float, float> range) {
    return double(range.first) + (double(range.second) - double(range.first)) * step / kSteps;
}

} // namespace

DisplayDock::DisplayDock(DisplayPicture& picture, QWidget* parent)
    : QDockWidget(tr("Display"), parent), m_picture(picture) {
    setObjectName(QStringLiteral("display"));
    auto* body = new QWidget(this);
    m_low = number(body, tr("Black"));
    m_high = number(body, tr("White"));
    m_lowSlider = slider(body, tr("Black"));
    m_highSlider = slider(body, tr("White"));
    m_gamma = number(body, tr("Gamma"));
    m_gamma->setRange(0.1, 10);
    m_gamma->setSingleStep(0.1);
    auto* channels = new QHBoxLayout;
    const std::array names{tr("Channel shown as red"), tr("Channel shown as green"),
                           tr("Channel shown as blue")};
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        m_channels[i] = new QSpinBox(body);
        m_channels[i]->setAccessibleName(names[i]);
        m_channels[i]->setToolTip(names[i]);
        channels->addWidget(m_channels[i]);
        connect(m_channels[i], &QSpinBox::valueChanged, this, &DisplayDock::apply);
    }
    m_channelsLabel = new QLabel(tr("Channels"), body);
    auto* keep = new QCheckBox(tr("Keep for the next images"), body);
    auto* reset = new QPushButton(tr("Reset"), body);
    m_model = new QLabel(body);
    m_model->setWordWrap(true);
    m_model->setForegroundRole(QPalette::PlaceholderText);
    auto* form = new QFormLayout(body);
    form->addRow(tr("Black"), m_low);
    form->addRow(m_lowSlider);
    form->addRow(tr("White"), m_high);
    form->addRow(m_highSlider);
    form->addRow(tr("Gamma"), m_gamma);
    form->addRow(m_channelsLabel, channels);
    form->addRow(keep);
    form->addRow(reset);
    form->addRow(m_model);
    setWidget(body);
    for (QDoubleSpinBox* box : {m_low, m_high, m_gamma}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &DisplayDock::apply);
    }
    connect(m_lowSlider, &QSlider::valueChanged, this,
            [this](int step) { m_low->setValue(valueAt(step, m_picture.range())); });
    connect(m_highSlider, &QSlider::valueChanged, this,
            [this](int step) { m_high->setValue(valueAt(step, m_picture.range())); });
    connect(keep, &QCheckBox::toggled, &picture, &DisplayPicture::setKept);
    connect(reset, &QPushButton::clicked, &picture, &DisplayPicture::reset);
    connect(&picture, &DisplayPicture::windowChanged, this, &DisplayDock::show);
    show();
}

void DisplayDock::show() {
    // Rounded by the boxes: what they show must not come back as a new window.
    const QScopedValueRollback showing(m_showing, true);
    const core::DisplayWindow& window = m_picture.window();
    const auto range = m_picture.range();
    const double width = double(range.second) - double(range.first);
    const int decimals = std::clamp(int(std::ceil(3 - std::log10(std::max(width, 1e-9)))), 0, 6);
    for (QDoubleSpinBox* box : {m_low, m_high}) {
        box->setDecimals(decimals);
        box->setRange(std::max(-kMost, double(range.first) - width),
                      std::min(kMost, double(range.second) + width));
        box->setSingleStep(width / 100);
    }
    m_low->setValue(double(window.low));
    m_high->setValue(double(window.high));
    m_lowSlider->setValue(stepOf(double(window.low), range));
    m_highSlider->setValue(stepOf(double(window.high), range));
    m_gamma->setValue(double(window.gamma));
    const bool choice = m_picture.channels() != 3 || m_picture.ownWindow().channels != std::array{0, 1, 2};
    m_channelsLabel->setVisible(choice && m_picture.channels() > 1);
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        m_channels[i]->setRange(1, m_picture.channels());
        m_channels[i]->setValue(window.channels[i] + 1);
        m_channels[i]->setVisible(choice && m_picture.channels() > 1);
    }
    const core::DisplayWindow own = m_picture.ownWindow();
    m_model->setText(
        tr("For the view only. The model sees %1 to %2.")
            .arg(QString::number(double(own.low), 'g', 6), QString::number(double(own.high), 'g', 6)));
}

void DisplayDock::apply() {
    if (m_showing) {
        return;
    }
    core::DisplayWindow window;
    window.low = float(m_low->value());
    window.high = float(m_high->value());
    window.gamma = float(m_gamma->value());
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        window.channels[i] = m_channels[i]->value() - 1;
    }
    m_picture.setWindow(window);
}

} // namespace gui
