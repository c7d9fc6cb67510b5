// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/display_picture.h"

#include "gui/session/session.h"

#include <QStringList>

#include <algorithm>
#include <limits>

namespace gui {
namespace {

constexpr int kValues = 6; // more channels than that are not read out

core::DisplayWindow ordinaryWindow() {
    core::DisplayWindow window;
    window.high = 255;
    window.channels = {0, 1, 2};
    return window;
}

/// The nearest finite float.
float asFloat(double value) {
    constexpr double kMost = std::numeric_limits<float>::max();
    return float(std::clamp(value, -kMost, kMost));
}

} // namespace

DisplayPicture::DisplayPicture(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_window(ordinaryWindow()) {
    connect(&session, &Session::pictureChanged, this, &DisplayPicture::pictureChanged);
}

core::DisplayWindow DisplayPicture::ownWindow() const {
    return m_session.picture().samples ? m_session.picture().window : ordinaryWindow();
}

int DisplayPicture::channels() const {
    return m_session.picture().samples ? m_session.picture().samples->channels : 3;
}

std::pair<float, float> DisplayPicture::range() const {
    const auto& samples = m_session.picture().samples;
    if (!samples) {
        return {0.0F, 255.0F};
    }
    const core::DisplayWindow own = m_session.picture().window;
    // The own window leaves outliers out: room on both sides lets people look at them.
    const double margin = samples->fullRange ? 0 : double(own.high) - double(own.low);
    return {asFloat(double(own.low) - margin), asFloat(double(own.high) + margin)};
}

void DisplayPicture::setWindow(const core::DisplayWindow& window) {
    core::DisplayWindow valid = window;
    valid.gamma = std::clamp(valid.gamma, 0.1F, 10.0F);
    for (int& channel : valid.channels) {
        channel = std::clamp(channel, 0, channels() - 1);
    }
    if (valid == m_window) {
        return;
    }
    m_window = valid;
    emit windowChanged();
    render();
}

void DisplayPicture::reset() {
    setWindow(ownWindow());
}

void DisplayPicture::pictureChanged() {
    m_background.cancel();
    const core::LoadedImage& picture = m_session.picture();
    if (picture.image.isNull()) {
        emit shown({});
        return;
    }
    const bool deep = picture.samples != nullptr;
    const bool alike = deep == m_lastDeep && channels() == m_lastChannels;
    m_lastDeep = deep;
    m_lastChannels = channels();
    if (!m_kept || !alike) {
        m_window = ownWindow();
    }
    emit windowChanged();
    emit shown(picture.image);
    render();
}

void DisplayPicture::render() {
    m_background.cancel();
    const core::LoadedImage& picture = m_session.picture();
    if (picture.image.isNull()) {
        return;
    }
    if (m_window == ownWindow()) {
        emit shown(picture.image);
        return;
    }
    m_background.run(
        [image = picture.image, samples = picture.samples, window = m_window] {
            return samples ? core::windowed(*samples, window) : core::adjusted(image, window);
        },
        [this](const QImage& image) {
            if (!image.isNull()) {
                emit shown(image);
            }
        });
}

QString DisplayPicture::valueText(QPoint pixel) const {
    const core::LoadedImage& picture = m_session.picture();
    if (!picture.image.valid(pixel)) {
        return {};
    }
    QStringList values;
    if (picture.samples) {
        const float* at = picture.samples->at(pixel.x(), pixel.y());
        for (int c = 0; c < std::min(picture.samples->channels, kValues); ++c) {
            values.append(QString::number(double(at[c]), 'g', 7));
        }
        if (picture.samples->channels > kValues) {
            values.append(QStringLiteral("…"));
        }
    } else {
        const QRgb rgb = picture.image.pixel(pixel);
        for (const int value : {qRed(rgb), qGreen(rgb), qBlue(rgb)}) {
            values.append(QString::number(value));
        }
    }
    return values.join(QLatin1Char(' '));
}

} // namespace gui
