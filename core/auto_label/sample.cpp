// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/sample.h"

#include "core/auto_label/auto_labeler.h"

#include <algorithm>
#include <chrono>

namespace core {
namespace {

constexpr double kLeastScore = 0.05;
constexpr int kBarLength = 40;

int binOf(float score) {
    return std::clamp(int(double(score) * 20), 0, 19);
}

QString histogram(const SampleReport::Class& found) {
    const int most = std::max(1, *std::max_element(found.scores.begin(), found.scores.end()));
    QString text;
    for (std::size_t i = 0; i < found.scores.size(); ++i) {
        const int count = found.scores.at(i);
        const bool above = double(i) / 20 >= double(found.threshold) - 1e-6;
        text += QStringLiteral("  %1 %2 %3\n")
                    .arg(double(i) / 20, 0, 'f', 2)
                    .arg(count, 6)
                    .arg(QString((count * kBarLength + most - 1) / most,
                                 above ? QLatin1Char('#') : QLatin1Char('.')));
    }
    return text;
}

} // namespace

Result<SampleReport> labelSample(EnginePort& engine, const AutoLabelPlan& plan, const RunImages& images,
                                 int count, const inference::RunControl& control) {
    AutoLabelPlan open = plan;
    SampleReport report;
    for (PlannedClass& planned : open.classes) {
        const float threshold = float(planned.threshold.value_or(double(engine.info().threshold)));
        report.classes.push_back({{}, 0, threshold});
        planned.threshold = kLeastScore;
    }
    report.total = int(images.paths.size());
    const int looks = std::min(count, report.total);
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < looks; ++i) {
        const QString& path = images.paths[int(qint64(i) * report.total / looks)];
        const Result<LoadedImage> image = loadImageFile(images.absolutePath(path));
        Result<std::vector<FoundObject>> found =
            image ? autoLabel(engine, *image, path, open, control) : tl::unexpected(image.error());
        if (!found && found.error().code == ErrorCode::Cancelled) {
            return tl::unexpected(found.error());
        }
        ++report.images;
        if (!found) {
            report.failures.append(path + QStringLiteral(": ") +
                                   QString::fromStdString(found.error().message));
            continue;
        }
        for (const FoundObject& object : *found) {
            SampleReport::Class& counted = report.classes[std::size_t(object.planned)];
            ++counted.scores.at(std::size_t(binOf(object.score)));
            counted.found += object.score > counted.threshold ? 1 : 0;
        }
    }
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report;
}

QString describe(const SampleReport& report, const AutoLabelPlan& plan) {
    QString text;
    for (std::size_t i = 0; i < report.classes.size(); ++i) {
        const SampleReport::Class& found = report.classes[i];
        const double all = report.images > 0 ? double(found.found) * report.total / report.images : 0;
        text += QStringLiteral("%1: %2 found above %3, about %4 in all %5 images\n")
                    .arg(plan.classes[qsizetype(i)].label)
                    .arg(found.found)
                    .arg(double(found.threshold), 0, 'f', 2)
                    .arg(all, 0, 'f', 0)
                    .arg(report.total);
        text += histogram(found);
    }
    for (const QString& failure : report.failures) {
        text += QStringLiteral("not labelled: %1\n").arg(failure);
    }
    const double all = report.secondsForAll();
    const QString time = all < 120 ? QStringLiteral("%1 seconds").arg(all, 0, 'f', 0)
                                   : QStringLiteral("%1 minutes").arg(all / 60, 0, 'f', 1);
    return text + QStringLiteral("%1 images in %2 s; all %3 would take about %4\n")
                      .arg(report.images)
                      .arg(report.seconds, 0, 'f', 1)
                      .arg(report.total)
                      .arg(time);
}

} // namespace core
