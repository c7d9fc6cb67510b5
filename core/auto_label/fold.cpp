// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/fold.h"

#include "core/mask/overlap.h"
#include "core/project/new_label.h"
#include "core/project/project.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace core {
namespace {

/// Left by an earlier run, and nobody has looked at it, painted on it or changed anything else of it.
bool isUntouched(const Annotation& annotation) {
    return annotation.origin == Origin::Run && annotation.fields.state == State::Auto &&
           annotation.touched.isEmpty() && annotation.effort.changed == 0 && !annotation.fields.locked;
}

} // namespace

class RunFolding::Parts {
public:
    Parts(Project& project, StoredAnnotations stored, qint64 now, FoldReport& report)
        : m_project(project), m_stored(std::move(stored)), m_now(now), m_report(report) {
        for (const ImageInfo& image : project.images()) {
            m_images.insert(image.path, image.id);
        }
    }

    Status begin(const RunHeader& header, const QString& file);
    Status add(const RunEntry& entry);
    Edit finish();

private:
    void place(const RunEntry& entry, ImageId image, std::vector<Annotation> before);
    LabelId labelOf(int planned);
    void planLabels();

    Project& m_project;
    StoredAnnotations m_stored;
    qint64 m_now;
    FoldReport& m_report;
    QHash<QString, ImageId> m_images;
    std::optional<RunHeader> m_run;
    std::set<int> m_shards;
    qint64 m_expected = 0;
    QSet<QString> m_done;
    QHash<QString, QString> m_failed;
    std::vector<Label> m_labels; ///< one for each class of the plan
    std::set<int> m_used;        ///< classes whose label must be made
    std::vector<Change> m_changes;
};

Status RunFolding::Parts::begin(const RunHeader& header, const QString& file) {
    if (m_run &&
        (m_run->id != header.id || m_run->mark != header.mark || m_run->shard.count != header.shard.count)) {
        return fail(
            ErrorCode::InvalidArgument,
            QStringLiteral("The run file “%1” is of another run than the first; fold them one run at a "
                           "time.")
                .arg(file));
    }
    if (!m_run) {
        m_run = header;
        planLabels();
    }
    if (m_shards.insert(header.shard.index).second) {
        m_expected += header.images;
    }
    return {};
}

Status RunFolding::Parts::add(const RunEntry& entry) {
    if (!entry.failure.isEmpty()) {
        m_failed.insert(entry.image, entry.failure);
        return {};
    }
    if (m_done.contains(entry.image)) {
        return {}; // written twice: the lines are equal
    }
    m_done.insert(entry.image);
    ++m_report.images;
    const ImageId image = m_images.value(entry.image);
    if (!image.isValid()) {
        m_report.unknown.append(entry.image);
        return {};
    }
    const QSize now = m_project.image(image)->size;
    if (!now.isEmpty() && now != entry.size) {
        m_failed.insert(entry.image, QStringLiteral("the picture had another size when it was labelled; run "
                                                    "autolabel again"));
        m_done.remove(entry.image);
        return {};
    }
    const ImageInfo& info = *m_project.image(image);
    const QString mark = QString::fromLatin1(m_run->mark);
    if (info.runs.contains(mark)) {
        ++m_report.foldedBefore;
        return {};
    }
    SetImage marked{info, info};
    marked.after->runs.append(mark);
    m_changes.push_back(std::move(marked));
    ASSIGN_OR_RETURN(std::vector<Annotation> before, m_stored(image));
    place(entry, image, std::move(before));
    return {};
}

void RunFolding::Parts::place(const RunEntry& entry, ImageId image, std::vector<Annotation> before) {
    const AutoLabelPlan& plan = m_run->plan;
    if (plan.write == WritePolicy::FillEmpty && !before.empty()) {
        ++m_report.skippedImages;
        return;
    }
    if (plan.write == WritePolicy::ReplaceAuto) {
        const auto isPlanned = [this](LabelId id) {
            return std::any_of(m_labels.begin(), m_labels.end(), [id](const Label& l) { return l.id == id; });
        };
        const auto kept = std::stable_partition(before.begin(), before.end(), [&](const Annotation& a) {
            return !isUntouched(a) || !isPlanned(a.fields.label);
        });
        for (auto gone = kept; gone != before.end(); ++gone) {
            m_changes.push_back(RemoveAnnotation{std::move(*gone)});
            ++m_report.replaced;
        }
        before.erase(kept, before.end());
    }
    Mask peoples;
    for (const Annotation& a : before) {
        if (plan.exclusivePixels && a.fields.state != State::Rejected) {
            peoples = peoples.united(a.mask);
        }
    }
    for (const FoundObject& object : entry.objects) {
        const LabelId label = labelOf(object.planned);
        const bool there = std::any_of(before.begin(), before.end(), [&](const Annotation& a) {
            const bool rivals = a.fields.label == label || plan.between != BetweenClasses::Allow;
            return rivals && iouOf(a.mask, object.mask) >= plan.duplicateIou;
        });
        const Mask mask = peoples.isEmpty() ? object.mask : object.mask.subtracted(peoples);
        if (there || mask.area() < plan.minArea) {
            ++m_report.present;
            continue;
        }
        Annotation made;
        made.id = m_project.newAnnotationId();
        made.image = image;
        made.fields.label = label;
        made.fields.state = State::Auto;
        made.origin = Origin::Run;
        made.score = object.score;
        made.source = object.phrase;
        made.mask = mask;
        made.model = m_run->model;
        made.created = m_now;
        m_changes.push_back(AddAnnotation{std::move(made)});
        ++m_report.added;
    }
}

/// In the order of the plan, whatever the shards bring first: the numbers of the classes must not depend on
/// it.
void RunFolding::Parts::planLabels() {
    QList<Label> made;
    for (const PlannedClass& planned : m_run->plan.classes) {
        if (const Label* known = m_project.labelByName(planned.label)) {
            m_labels.push_back(*known);
            continue;
        }
        Label label = newLabel(m_project, planned.label, made);
        label.phrases = planned.phrases == QStringList{label.name} ? QStringList() : planned.phrases;
        if (planned.threshold)
            label.threshold = static_cast<float>(*planned.threshold);
        made.append(label);
        m_labels.push_back(std::move(label));
    }
}

LabelId RunFolding::Parts::labelOf(int planned) {
    const Label& label = m_labels.at(std::size_t(planned));
    if (m_project.label(label.id) == nullptr) {
        m_used.insert(planned);
    }
    return label.id;
}

Edit RunFolding::Parts::finish() {
    for (auto failed = m_failed.cbegin(); failed != m_failed.cend(); ++failed) {
        if (!m_done.contains(failed.key())) {
            m_report.failures.append(failed.key() + QStringLiteral(": ") + failed.value());
        }
    }
    m_report.failures.sort();
    m_report.unfinished = std::max<qint64>(0, m_expected - m_done.size() - m_report.failures.size());
    for (int i = 1; m_run && i <= m_run->shard.count; ++i) {
        if (!m_shards.contains(i)) {
            m_report.missing.append({i, m_run->shard.count});
        }
    }
    Edit edit;
    edit.text = QCoreApplication::translate("auto_label", "Auto-label run");
    for (const int planned : m_used) {
        edit.changes.push_back(SetLabel{std::nullopt, m_labels.at(std::size_t(planned))});
    }
    std::move(m_changes.begin(), m_changes.end(), std::back_inserter(edit.changes));
    return edit;
}

RunFolding::RunFolding(Project& project, StoredAnnotations stored, qint64 now, FoldReport& report)
    : m_parts(std::make_unique<Parts>(project, std::move(stored), now, report)) {}

RunFolding::~RunFolding() = default;

Status RunFolding::begin(const RunHeader& header, const QString& file) {
    return m_parts->begin(header, file);
}

Status RunFolding::add(const RunEntry& entry) {
    return m_parts->add(entry);
}

Edit RunFolding::finish() {
    return m_parts->finish();
}

Result<Edit> foldRun(Project& project, const StoredAnnotations& stored, const QStringList& files, qint64 now,
                     FoldReport& report) {
    RunFolding folding(project, stored, now, report);
    for (const QString& file : files) {
        RETURN_IF_ERROR(readRun(
            file, [&](const RunHeader& header) { return folding.begin(header, file); },
            [&](const RunEntry& entry) { return folding.add(entry); }));
    }
    return folding.finish();
}

} // namespace core
