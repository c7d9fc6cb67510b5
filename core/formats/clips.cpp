// SPDX-License-Identifier: Apache-2.0
#include "core/formats/clips.h"

#include "core/formats/dataset_paths.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace core {
namespace {

/// The digits from `at` on without leading zeros; `at` goes behind them.
QStringView digitsAt(QStringView text, qsizetype& at) {
    while (at < text.size() && text[at] == QLatin1Char('0'))
        ++at;
    const qsizetype start = at;
    while (at < text.size() && text[at] >= QLatin1Char('0') && text[at] <= QLatin1Char('9'))
        ++at;
    return text.mid(start, at - start);
}

/// "9" comes before "10" on every machine, whatever its locale.
bool naturallyBefore(const QString& a, const QString& b) {
    qsizetype i = 0, k = 0;
    const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
    while (i < a.size() && k < b.size()) {
        if (isDigit(a[i]) && isDigit(b[k])) {
            const QStringView left = digitsAt(a, i), right = digitsAt(b, k);
            if (left.size() != right.size())
                return left.size() < right.size();
            if (const int order = left.compare(right); order != 0)
                return order < 0;
        } else if (a[i] != b[k]) {
            return a[i] < b[k];
        } else {
            ++i;
            ++k;
        }
    }
    return a.size() - i < b.size() - k;
}

/// The name of the folder that a picture lies in; "clip" for one that has none.
QString folderOf(const ExportEntry& image) {
    const QString name = image.path.section(QLatin1Char('/'), -2, -2);
    return name.isEmpty() ? QStringLiteral("clip") : name;
}

/// 0 for none, and for what is no whole number above it.
qint64 trackOf(const Label& label, const Annotation& annotation) {
    for (const Attribute& attribute : label.attributes) {
        if (attribute.name == kTrackAttribute)
            return std::max<qint64>(0, annotation.fields.attributes.value(attribute.id).toLongLong());
    }
    return 0;
}

} // namespace

std::vector<Clip> clipsOf(const QList<ExportEntry>& images) {
    std::map<QString, QList<qsizetype>> folders;
    for (qsizetype i = 0; i < images.size(); ++i)
        folders[images[i].stem.section(QLatin1Char('/'), 0, -2)] << i;
    std::vector<Clip> clips;
    DistinctStems names; // one folder each, whatever lay in which
    for (auto& [folder, frames] : folders) {
        std::stable_sort(frames.begin(), frames.end(), [&](qsizetype a, qsizetype b) {
            return naturallyBefore(images[a].stem, images[b].stem);
        });
        const QString name = folder.isEmpty() ? folderOf(images[frames.first()])
                                              : QString(folder).replace(QLatin1Char('/'), QLatin1Char('_'));
        clips.push_back({names.add(name, {}), frames});
    }
    return clips;
}

QList<qsizetype> framesOf(const std::vector<Clip>& clips) {
    QList<qsizetype> frames;
    for (const Clip& clip : clips)
        frames << clip.frames;
    return frames;
}

QString frameName(qsizetype frame, int digits) {
    return QString::number(frame).rightJustified(digits, QLatin1Char('0'));
}

int TrackNumbers::numberOf(const Label& label, const Annotation& annotation) {
    const qint64 track = trackOf(label, annotation);
    if (track == 0)
        return ++m_count;
    Key key{label.id.value, track, 0};
    key.repeat = m_seen[key]++;
    int& number = m_numbers[key];
    number = number > 0 ? number : ++m_count;
    return number;
}

std::vector<Mask> visibleMasks(const ExportImage& image) {
    std::vector<Mask> visible(image.instances.size());
    const std::vector<const ExportInstance*> order = image.upwards();
    Mask above;
    for (auto instance = order.rbegin(); instance != order.rend(); ++instance) {
        visible[std::size_t(*instance - image.instances.data())] = (*instance)->mask.subtracted(above);
        above = above.united((*instance)->mask);
    }
    return visible;
}

nlohmann::json trackValue(qint64 id) {
    return id > 0 ? nlohmann::json{{kTrackAttribute.toStdString(), id}} : nlohmann::json::object();
}

} // namespace core
