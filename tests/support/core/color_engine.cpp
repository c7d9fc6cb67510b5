// SPDX-License-Identifier: Apache-2.0
#include "tests/support/core/color_engine.h"

#include "core/mask/mask.h"

#include <QColor>
#include <QImage>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <new>

namespace core {
namespace {

class ColorSession final : public SessionPort {
public:
    explicit ColorSession(const inference::ImageView& view)
        : m_image(QImage(view.data, view.width, view.height, view.bytesPerLine,
                         view.channels == 4 ? QImage::Format_RGBX8888 : QImage::Format_RGB888)
                      .convertToFormat(QImage::Format_RGB32)) {}

    int width() const override { return m_image.width(); }
    int height() const override { return m_image.height(); }
    bool isPrepared() const override { return true; }
    Status prepare(const inference::RunControl&, inference::Purpose) override { return {}; }

    Result<inference::ConceptResult> segmentConcept(const inference::ConceptPrompt& prompt,
                                                    const inference::ConceptOptions& options,
                                                    const inference::RunControl& control) override {
        if (control.stop.stop_requested()) {
            return inference::fail(ErrorCode::Cancelled, "Stopped.");
        }
        if (m_image.pixel(0, 0) == qRgb(0, 0, 0)) {
            return inference::fail(ErrorCode::Internal, "The picture is too dark.");
        }
        const QStringList words = QString::fromStdString(prompt.text).split(QLatin1Char(' '));
        const QRgb wanted = QColor(words.value(0)).rgb();
        const float score = words.size() > 1 ? words[1].toFloat() : 0.9F;
        inference::ConceptResult result;
        result.presence = 1;
        for (const Mask& part : regions(wanted).parts()) {
            if (score >= options.minScore) {
                result.instances.push_back(instanceOf(part, score));
            }
        }
        return result;
    }

    Result<std::vector<inference::MaskCandidate>> segmentInstance(const inference::InstancePrompt&,
                                                                  const inference::RunControl&) override {
        return inference::fail(ErrorCode::Unsupported, "No clicks.");
    }

private:
    Mask regions(QRgb wanted) const {
        std::vector<Mask::Span> spans;
        for (int y = 0; y < m_image.height(); ++y) {
            for (int x = 0; x < m_image.width(); ++x) {
                if (m_image.pixel(x, y) == wanted) {
                    spans.push_back({y, x, x + 1});
                }
            }
        }
        return Mask::fromSpans(std::move(spans));
    }
    inference::Instance instanceOf(const Mask& part, float score) const {
        auto values =
            std::make_shared<std::vector<float>>(std::size_t(width()) * std::size_t(height()), -8.0F);
        for (const Mask::Span& span : part.spans()) {
            const auto row = values->begin() + std::ptrdiff_t(span.y) * width();
            std::fill(row + span.x0, row + span.x1, 8.0F);
        }
        const QRect box = part.boundingBox();
        return {score,
                {float(box.left()), float(box.top()), float(box.right() + 1), float(box.bottom() + 1)},
                {width(), height(), values}};
    }

    QImage m_image;
};

} // namespace

ColorEngine::ColorEngine() {
    m_info.name = "colours";
    m_info.hash = "c0ffee";
    m_info.hasText = true;
    m_info.threshold = 0.5F;
}

Result<std::unique_ptr<SessionPort>> ColorEngine::openImage(const inference::ImageView& image, std::string) {
    if (opened++ == outOfMemoryAt) {
        throw std::bad_alloc();
    }
    return std::make_unique<ColorSession>(image);
}

} // namespace core
