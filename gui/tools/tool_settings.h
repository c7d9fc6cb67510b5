// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QSettings;

namespace gui {

/// What people choose about the tools, kept from one start to the next.
class ToolSettings : public QObject {
    Q_OBJECT
public:
    struct Values {
        double paintSize = 24; ///< image pixels
        double eraseSize = 24;
        int tolerance = 24; ///< of the wand, 0 to 255
        bool contiguous = true;
        bool onlySimilar = false; ///< the brush paints only where it looks like the first pixel
        int similarity = 32;      ///< the largest difference that looks alike, 0 to 255
        bool pressure = true;     ///< of a pen sets the brush's size
        bool operator==(const Values&) const = default;
    };
    using QObject::QObject;

    const Values& values() const { return m_values; }
    /// Values out of range are brought into it.
    void set(Values values);
    void load(const QSettings& settings);
    void save(QSettings& settings) const;

signals:
    void changed();

private:
    Values m_values;
};

} // namespace gui
