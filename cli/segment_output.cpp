// SPDX-License-Identifier: Apache-2.0
#include "cli/segment_output.h"

#include "core/mask/rle.h"

#include <QColor>
#include <QDir>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr double kTint = 0.45;
constexpr double kGoldenRatio = 0.61803398875;

/// Short decimals: a float printed as a double is mostly noise.
double rounded(double value, double perUnit) {
    return std::round(value * perUnit) / perUnit;
}

tl::unexpected<core::Error> cantWrite(const QString& path, const QString& why) {
    return core::fail(core::ErrorCode::Io, QStringLiteral("Can't write %1: %2.").arg(path, why));
}

core::Result<std::unique_ptr<QSaveFile>> openFile(const QString& path) {
    if (QFileInfo(path).isDir()) {
        return cantWrite(path, QStringLiteral("it is a folder"));
    }
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly)) {
        return cantWrite(path, file->errorString());
    }
    return file;
}

core::Status finish(QSaveFile& file) {
    if (!file.commit()) {
        return cantWrite(file.fileName(), file.errorString());
    }
    return {};
}

Json toJson(const FoundInstance& instance, QSize size) {
    const QRectF box = instance.box & QRectF(QPointF(0, 0), QSizeF(size));
    const QByteArray counts = core::rleString(instance.mask, size);
    return {{"label", instance.label.toStdString()},
            {"score", rounded(instance.score, 1e6)},
            {"box",
             {rounded(box.left(), 1e2), rounded(box.top(), 1e2), rounded(box.right(), 1e2),
              rounded(box.bottom(), 1e2)}},
            {"area", instance.mask.area()},
            {"segmentation", {{"size", {size.height(), size.width()}}, {"counts", counts.toStdString()}}}};
}

QRgb mix(QRgb under, QRgb over, double share) {
    const auto channel = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return qRgb(channel(qRed(under), qRed(over)), channel(qGreen(under), qGreen(over)),
                channel(qBlue(under), qBlue(over)));
}

void tint(QImage& picture, const core::Mask& mask, QRgb color, double share) {
    for (const core::Mask::Span& span : mask.spans()) {
        auto* row = reinterpret_cast<QRgb*>(picture.scanLine(span.y));
        for (int x = span.x0; x < span.x1; ++x) {
            row[x] = mix(row[x], color, share);
        }
    }
}

core::Mask outline(const core::Mask& mask, int width) {
    core::Mask inside = mask;
    for (int i = 0; i < width; ++i) {
        const core::Mask before = inside;
        for (const QPoint step : {QPoint(1, 0), QPoint(-1, 0), QPoint(0, 1), QPoint(0, -1)}) {
            inside = inside.intersected(before.translated(step));
        }
    }
    return mask.subtracted(inside);
}

void printTable(const SegmentReport& report) {
    if (report.instances.isEmpty()) {
        std::puts("nothing found");
        return;
    }
    std::puts("score  area      x0       y0       x1       y1       label");
    for (const FoundInstance& found : report.instances) {
        std::printf("%.3f  %-8lld  %-7.1f  %-7.1f  %-7.1f  %-7.1f  %s\n", double(found.score),
                    static_cast<long long>(found.mask.area()), found.box.left(), found.box.top(),
                    found.box.right(), found.box.bottom(), qUtf8Printable(found.label));
    }
}

} // namespace

std::string toJson(const SegmentReport& report) {
    Json json;
    json["image"] = {{"path", report.imagePath.toStdString()},
                     {"width", report.imageSize.width()},
                     {"height", report.imageSize.height()}};
    json["model"] = report.model.toStdString();
    json["instances"] = Json::array();
    for (const FoundInstance& instance : report.instances) {
        json["instances"].push_back(toJson(instance, report.imageSize));
    }
    json["timing_ms"] = Json::object();
    for (const auto& [phase, milliseconds] : report.milliseconds) {
        json["timing_ms"][phase] = rounded(milliseconds, 1e2);
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

QImage drawOverlay(const QImage& image, const QList<FoundInstance>& instances) {
    QImage picture = image.convertToFormat(QImage::Format_RGB32);
    const int outlineWidth =
        2 + std::max(picture.width(), picture.height()) / 2000; // seen when shrunk to a screen
    double hue = 0;
    for (const FoundInstance& instance : instances) {
        const QRgb color = QColor::fromHsvF(float(hue), 0.9F, 1.0F).rgb();
        hue = std::fmod(hue + kGoldenRatio, 1.0); // neighbours in the list get colours far apart
        tint(picture, instance.mask, color, kTint);
        tint(picture, outline(instance.mask, outlineWidth), color, 1);
    }
    return picture;
}

core::Result<SegmentOutput> SegmentOutput::open(const SegmentOptions& options) {
    SegmentOutput output;
    output.m_jsonToStdout = options.json == QLatin1String("-");
    output.m_table = options.json.isEmpty() && options.overlay.isEmpty() && options.masks.isEmpty();
    output.m_masks = options.masks;
    if (!options.json.isEmpty() && !output.m_jsonToStdout) {
        ASSIGN_OR_RETURN(output.m_json, openFile(options.json));
    }
    if (!options.overlay.isEmpty()) {
        ASSIGN_OR_RETURN(output.m_overlay, openFile(options.overlay));
    }
    if (!options.masks.isEmpty() && !QDir().mkpath(options.masks)) {
        return cantWrite(options.masks, QStringLiteral("the folder can't be made"));
    }
    return output;
}

core::Status SegmentOutput::write(const SegmentReport& report, const QImage& image) {
    if (m_json) {
        const std::string text = toJson(report) + "\n";
        m_json->write(text.data(), qint64(text.size()));
        RETURN_IF_ERROR(finish(*m_json));
    }
    if (m_overlay) {
        if (!drawOverlay(image, report.instances).save(m_overlay.get(), "PNG")) {
            return cantWrite(m_overlay->fileName(), m_overlay->errorString());
        }
        RETURN_IF_ERROR(finish(*m_overlay));
    }
    if (!m_masks.isEmpty()) {
        RETURN_IF_ERROR(writeMasks(report));
    }
    if (m_jsonToStdout) {
        std::puts(toJson(report).c_str());
    } else if (m_table) {
        printTable(report);
    }
    if (std::fflush(stdout) != 0) {
        return cantWrite(QStringLiteral("to standard output"), QStringLiteral("it is closed or full"));
    }
    return {};
}

core::Status SegmentOutput::writeMasks(const SegmentReport& report) const {
    for (qsizetype i = 0; i < report.instances.size(); ++i) {
        const QString name = QStringLiteral("mask_%1.png").arg(i, 3, 10, QLatin1Char('0'));
        QImage bitmap(report.imageSize, QImage::Format_Grayscale8);
        bitmap.fill(0);
        report.instances[i].mask.paint(bitmap.bits(), bitmap.bytesPerLine(), bitmap.rect(), 255);
        ASSIGN_OR_RETURN(const auto file, openFile(QDir(m_masks).filePath(name)));
        if (!bitmap.save(file.get(), "PNG")) {
            return cantWrite(file->fileName(), file->errorString());
        }
        RETURN_IF_ERROR(finish(*file));
    }
    return {};
}

void printStages(const std::vector<inference::StageTime>& stages) {
    double total = 0;
    for (const inference::StageTime& stage : stages) {
        total += stage.stage.find('/') == std::string::npos ? stage.milliseconds : 0; // not a part of another
    }
    std::fprintf(stderr, "%12s  %6s  %6s  %8s  stage\n", "ms", "calls", "share", "GFLOP/s");
    for (const inference::StageTime& stage : stages) {
        std::fprintf(stderr, "%12.2f  %6d  %5.1f%%  %8.1f  %s\n", stage.milliseconds, stage.calls,
                     total > 0 ? 100 * stage.milliseconds / total : 0.0,
                     stage.milliseconds > 0 ? stage.flop / stage.milliseconds * 1e-6 : 0.0,
                     stage.stage.c_str());
    }
}

} // namespace cli
