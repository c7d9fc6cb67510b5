// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "core/mask/rle.h"

#include <QFile>
#include <QProcess>

namespace cli {

namespace {

constexpr int kTimeout = 120'000;

} // namespace

Outcome runProgram(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(CLI_PROGRAM), arguments);
    Outcome outcome;
    if (process.waitForFinished(kTimeout) && process.exitStatus() == QProcess::NormalExit) {
        outcome.code = process.exitCode();
    }
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

nlohmann::json parsed(const QByteArray& text) {
    const auto json = nlohmann::json::parse(text.toStdString(), nullptr, /*allow_exceptions=*/false);
    return json.is_discarded() ? nlohmann::json() : json;
}

core::Mask maskOf(const nlohmann::json& instance) {
    const auto& segmentation = instance.at("segmentation");
    const QSize size(segmentation.at("size").at(1).get<int>(), segmentation.at("size").at(0).get<int>());
    const auto counts = QByteArray::fromStdString(segmentation.at("counts").get<std::string>());
    const auto mask = core::maskFromRleString(counts, size);
    return mask ? *mask : core::Mask();
}

core::Mask maskFromPng(const QString& file) {
    const QImage image = QImage(file).convertToFormat(QImage::Format_Grayscale8);
    return core::Mask::fromBitmap(image.constBits(), image.width(), image.height(), image.bytesPerLine());
}

qint64 difference(const core::Mask& a, const core::Mask& b) {
    return a.exclusiveOr(b).area();
}

QString Playground::write(const char* name, const QByteArray& bytes) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        return {};
    }
    return file.fileName();
}

QString Playground::picture(const char* name, QSize size) const {
    QImage image(size, QImage::Format_RGB32);
    image.fill(qRgb(90, 120, 150));
    return image.save(path(name)) ? path(name) : QString();
}

} // namespace cli
