// SPDX-License-Identifier: Apache-2.0
#include "core/formats/clips.h"
#include "core/formats/davis.h"
#include "core/formats/mask_png.h"
#include "core/formats/split.h"
#include "core/formats/voc.h"

#include <QImage>

namespace core {
namespace {

constexpr int kMostTracks = 253; // 254 and 255 are what nobody decided, to different readers
constexpr int kDigits = 5;

Status writeLists(ExportPass& pass, const std::vector<Clip>& clips) {
    DatasetSplit split = pass.options().split;
    split.byFolder = true;
    const QList<Part> parts = splitOf(pass.images(), split);
    for (const Part part : {Part::Train, Part::Val, Part::Test}) {
        QByteArray names;
        for (const Clip& clip : clips)
            names += parts[clip.frames.first()] == part ? clip.name.toUtf8() + '\n' : QByteArray();
        if (names.isEmpty())
            continue;
        RETURN_IF_ERROR(
            pass.out().begin(QStringLiteral("ImageSets/2017/") + nameOf(part) + QStringLiteral(".txt")));
        RETURN_IF_ERROR(pass.out().write(names));
    }
    return {};
}

/// The clip's frames, one after another.
class DavisClip {
public:
    DavisClip(ExportPass& pass, const Clip& clip) : m_pass(pass), m_clip(clip) {}

    Status writeFrame(const ExportImage& image) {
        RETURN_IF_ERROR(fitsPng(image.name, image.size));
        QImage numbers(image.size, QImage::Format_Indexed8);
        numbers.setColorTable(vocPalette());
        numbers.fill(0);
        const std::vector<Mask> visible = visibleMasks(image);
        m_tracks.nextFrame();
        for (std::size_t i = 0; i < visible.size(); ++i) {
            const ExportInstance& instance = image.instances[i];
            if (visible[i].isEmpty()) {
                m_pass.skipped(1);
                continue;
            }
            const int number = m_tracks.numberOf(m_pass.labels()[instance.label], instance.annotation);
            if (number > kMostTracks)
                return tooMany();
            visible[i].paint(numbers.bits(), numbers.bytesPerLine(), QRect(QPoint(0, 0), image.size),
                             std::uint8_t(number));
            m_pass.written(instance, visible[i]);
            noteLabel(number, m_pass.labels()[instance.label].name);
        }
        const QString name = m_clip.name + QLatin1Char('/') + frameName(m_frame++, kDigits);
        const QString suffix = image.name.mid(image.stem.size());
        RETURN_IF_ERROR(m_pass.copyPicture(image, QStringLiteral("JPEGImages/480p/") + name + suffix));
        RETURN_IF_ERROR(
            m_pass.out().begin(QStringLiteral("Annotations/480p/") + name + QStringLiteral(".png")));
        return m_pass.out().write(pngBytes(numbers));
    }

    const QByteArray& labelLines() const { return m_labels; }

private:
    void noteLabel(int number, const QString& label) {
        if (number <= m_named)
            return;
        m_named = number; // numbers are given in this order
        m_labels += m_clip.name.toUtf8() + '\t' + QByteArray::number(number) + '\t' +
                    label.simplified().toUtf8() + '\n';
    }
    Status tooMany() const {
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("%1 has more than %2 tracks, and DAVIS can number no more; export "
                                   "YouTube-VIS instead.")
                        .arg(m_clip.name)
                        .arg(kMostTracks));
    }

    ExportPass& m_pass;
    const Clip& m_clip;
    TrackNumbers m_tracks;
    QByteArray m_labels;
    int m_named = 0;
    qsizetype m_frame = 0;
};

} // namespace

Status writeDavis(ExportPass& pass) {
    const std::vector<Clip> clips = clipsOf(pass.images());
    RETURN_IF_ERROR(writeLists(pass, clips));
    QHash<qsizetype, DavisClip*> starts;
    std::vector<DavisClip> writers;
    writers.reserve(clips.size());
    for (const Clip& clip : clips) {
        writers.emplace_back(pass, clip);
        starts.insert(clip.frames.first(), &writers.back());
    }
    DavisClip* current = nullptr;
    RETURN_IF_ERROR(pass.forEachImage(framesOf(clips), [&](const ExportImage& image) {
        current = starts.value(image.number - 1, current);
        return current->writeFrame(image);
    }));
    RETURN_IF_ERROR(pass.out().begin(QStringLiteral("labels.txt")));
    for (const DavisClip& writer : writers)
        RETURN_IF_ERROR(pass.out().write(writer.labelLines()));
    return {};
}

} // namespace core
