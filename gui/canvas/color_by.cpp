// SPDX-License-Identifier: Apache-2.0
#include "gui/canvas/color_by.h"

#include "core/project/project.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace gui {
namespace {

constexpr QRgb kNoLabel = 0xff2f9be0;
constexpr int kLongest = 12; // entries of a legend

// After Okabe and Ito: they differ for every common kind of colour vision.
constexpr QRgb kOrange = 0xffe69f00;
constexpr QRgb kSky = 0xff56b4e9;
constexpr QRgb kGreen = 0xff009e73;
constexpr QRgb kBlue = 0xff0072b2;
constexpr QRgb kVermilion = 0xffd55e00;
constexpr QRgb kPurple = 0xffcc79a7;
constexpr QRgb kYellow = 0xfff0e442;

// From dark to bright, so that the order shows without any colour vision.
constexpr std::array<QRgb, 5> kScores{0xff5b2a86, 0xff3b6fb6, 0xff1fa088, 0xff7fd34e, 0xfffde725};

QString tr(const char* text) {
    return QCoreApplication::translate("canvas", text);
}

QRgb between(QRgb a, QRgb b, double part) {
    const auto mix = [part](int from, int to) { return int(std::lround(from + part * (to - from))); };
    return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

QRgb colorOfScore(double score) {
    const double at = std::clamp(std::isfinite(score) ? score : 0.0, 0.0, 1.0) * (kScores.size() - 1);
    const auto below = std::min(std::size_t(at), kScores.size() - 2);
    return between(kScores[below], kScores[below + 1], at - double(below));
}

QRgb colorOfSource(core::Origin origin) {
    switch (origin) {
    case core::Origin::Hand:
        return kOrange;
    case core::Origin::Prompt:
        return kSky;
    case core::Origin::Run:
        return kPurple;
    case core::Origin::Import:
        return kGreen;
    }
    return kNoLabel;
}

QRgb colorOfState(core::State state) {
    switch (state) {
    case core::State::Auto:
        return kYellow;
    case core::State::Fixed:
        return kBlue;
    case core::State::Accepted:
        return kGreen;
    case core::State::Rejected:
        return kVermilion;
    }
    return kNoLabel;
}

QRgb colorOfLabel(core::LabelId id, const core::Project& project) {
    const core::Label* label = project.label(id);
    return label ? label->color.rgb() : kNoLabel;
}

} // namespace

QString stateName(core::State state) {
    switch (state) {
    case core::State::Auto:
        return tr("automatic");
    case core::State::Fixed:
        return tr("corrected");
    case core::State::Accepted:
        return tr("accepted");
    case core::State::Rejected:
        return tr("rejected");
    }
    return {};
}

QString originName(core::Origin origin) {
    switch (origin) {
    case core::Origin::Hand:
        return tr("by hand");
    case core::Origin::Prompt:
        return tr("by a prompt");
    case core::Origin::Run:
        return tr("by a run");
    case core::Origin::Import:
        return tr("imported");
    }
    return {};
}

QRgb colorOf(ColorBy by, const core::Annotation& annotation, const core::Project& project) {
    switch (by) {
    case ColorBy::Label:
        return colorOfLabel(annotation.fields.label, project);
    case ColorBy::Instance:
        // Steps of the golden angle keep neighbours in number far apart in hue.
        return QColor::fromHsvF(float(std::fmod(double(annotation.id.value) * 0.618034, 1.0)), 0.65F, 0.95F)
            .rgb();
    case ColorBy::Score:
        return colorOfScore(annotation.score);
    case ColorBy::Source:
        return colorOfSource(annotation.origin);
    case ColorBy::State:
        return colorOfState(annotation.fields.state);
    }
    return kNoLabel;
}

QList<LegendEntry> legendOf(ColorBy by, const std::vector<const core::Annotation*>& annotations,
                            const core::Project& project) {
    QList<LegendEntry> entries;
    if (by == ColorBy::Score && !annotations.empty()) {
        for (const int percent : {100, 75, 50, 25, 0}) {
            entries.append({colorOfScore(percent / 100.0), QString::number(percent / 100.0, 'f', 2)});
        }
        return entries;
    }
    for (const core::Annotation* a : annotations) {
        const core::Label* label = project.label(a->fields.label);
        LegendEntry entry{colorOf(by, *a, project), {}};
        entry.text = by == ColorBy::Label    ? (label ? label->name : tr("no label"))
                     : by == ColorBy::Source ? originName(a->origin)
                     : by == ColorBy::State  ? stateName(a->fields.state)
                                             : QString();
        if (!entry.text.isEmpty() && !entries.contains(entry)) {
            entries.append(entry);
        }
        if (entries.size() > kLongest) {
            entries.last() = {0, QStringLiteral("…")};
            return entries;
        }
    }
    return entries;
}

} // namespace gui
