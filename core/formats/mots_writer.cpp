// SPDX-License-Identifier: Apache-2.0
#include "core/formats/clips.h"
#include "core/formats/mask_png.h"
#include "core/formats/mots.h"
#include "core/mask/rle.h"

#include <QImage>

namespace core {
namespace {

constexpr int kPerClass = 1000;
constexpr int kIgnored = 10; // the class of what is not judged
constexpr int kMostClasses = 64;
constexpr int kDigits = 6;

/// The classes of the labels, in their order: the labels' own numbers, as the reader keeps them, where all
/// are possible; else counted. 10 is what nobody looks at.
std::vector<int> classesOf(const QList<Label>& labels) {
    std::vector<int> own, counted;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        counted.push_back(int(i) + 1 < kIgnored ? int(i) + 1 : int(i) + 2);
        const qint64 id = labels[i].id.value;
        if (id > 0 && id < kMostClasses && id != kIgnored)
            own.push_back(int(id));
    }
    return own.size() == counted.size() ? own : counted;
}

Status writeClasses(ExportPass& pass, const std::vector<int>& classes) {
    QByteArray text;
    for (qsizetype i = 0; i < pass.labels().size(); ++i)
        text += QByteArray::number(classes[std::size_t(i)]) + ' ' +
                pass.labels()[i].name.simplified().toUtf8() + '\n';
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("classes.txt")));
    return pass.out().write(text);
}

/// One clip: the pictures at once, the lines in the end.
class MotsClip {
public:
    MotsClip(ExportPass& pass, const Clip& clip, const std::vector<int>& classes)
        : m_pass(pass), m_clip(clip), m_classes(classes) {}

    Status writeFrame(const ExportImage& image) {
        RETURN_IF_ERROR(fitsPng(image.name, image.size));
        QImage numbers(image.size, QImage::Format_Grayscale16);
        numbers.fill(0);
        const std::vector<Mask> visible = visibleMasks(image);
        for (TrackNumbers& tracks : m_tracks)
            tracks.nextFrame();
        for (std::size_t i = 0; i < visible.size(); ++i) {
            if (visible[i].isEmpty()) {
                m_pass.skipped(1);
                continue;
            }
            RETURN_IF_ERROR(writeInstance(image, image.instances[i], visible[i], numbers));
        }
        const QString name =
            QLatin1Char('/') + m_clip.name + QLatin1Char('/') + frameName(m_frame++, kDigits);
        const QString suffix = image.name.mid(image.stem.size());
        RETURN_IF_ERROR(m_pass.copyPicture(image, QStringLiteral("images") + name + suffix));
        RETURN_IF_ERROR(m_pass.out().begin(QStringLiteral("instances") + name + QStringLiteral(".png")));
        return m_pass.out().write(pngBytes(numbers));
    }
    Status writeLines() {
        RETURN_IF_ERROR(
            m_pass.out().begin(QStringLiteral("instances_txt/") + m_clip.name + QStringLiteral(".txt")));
        return m_pass.out().write(m_lines);
    }

private:
    Status writeInstance(const ExportImage& image, const ExportInstance& instance, const Mask& mask,
                         QImage& numbers) {
        const int track = m_tracks[std::size_t(instance.label)].numberOf(m_pass.labels()[instance.label],
                                                                         instance.annotation);
        if (track >= kPerClass)
            return fail(ErrorCode::Unsupported,
                        QStringLiteral("%1 has more than 999 tracks of the label %2, and MOTS can number no "
                                       "more; export YouTube-VIS instead.")
                            .arg(m_clip.name, m_pass.labels()[instance.label].name));
        const int kind = m_classes[std::size_t(instance.label)];
        const int id = kind * kPerClass + track;
        for (const Mask::Span& span : mask.spans()) {
            auto* const line = reinterpret_cast<quint16*>(numbers.scanLine(span.y));
            std::fill(line + span.x0, line + span.x1, quint16(id));
        }
        m_lines += QByteArray::number(m_frame) + ' ' + QByteArray::number(id) + ' ' +
                   QByteArray::number(kind) + ' ' + QByteArray::number(image.size.height()) + ' ' +
                   QByteArray::number(image.size.width()) + ' ' + rleString(mask, image.size) + '\n';
        m_pass.written(instance, mask);
        return {};
    }

    ExportPass& m_pass;
    const Clip& m_clip;
    const std::vector<int>& m_classes;
    std::vector<TrackNumbers> m_tracks = std::vector<TrackNumbers>(std::size_t(m_pass.labels().size()));
    QByteArray m_lines;
    qsizetype m_frame = 0;
};

} // namespace

Status writeMots(ExportPass& pass) {
    if (pass.labels().size() >= kMostClasses)
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("There are %1 labels, and MOTS can number 63; export YouTube-VIS instead.")
                        .arg(pass.labels().size()));
    const std::vector<Clip> clips = clipsOf(pass.images());
    const std::vector<int> classes = classesOf(pass.labels());
    RETURN_IF_ERROR(writeClasses(pass, classes));
    std::unique_ptr<MotsClip> clip;
    std::size_t done = 0;
    qsizetype frame = 0;
    return pass.forEachImage(framesOf(clips), [&](const ExportImage& image) -> Status {
        if (!clip)
            clip = std::make_unique<MotsClip>(pass, clips[done], classes);
        RETURN_IF_ERROR(clip->writeFrame(image));
        if (++frame < clips[done].frames.size())
            return {};
        RETURN_IF_ERROR(clip->writeLines());
        clip.reset();
        frame = 0;
        ++done;
        return {};
    });
}

} // namespace core
