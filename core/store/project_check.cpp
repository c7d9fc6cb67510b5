// SPDX-License-Identifier: Apache-2.0
#include "core/store/project_check.h"

#include "core/project/shape_facts.h"
#include "core/store/project_store.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <array>
#include <utility>

namespace core {
namespace {

class Examination {
public:
    Examination(const QString& file, ProjectStore& store)
        : m_folder(QFileInfo(QFileInfo(file).canonicalFilePath()).absoluteDir()), m_store(store) {}

    Status run() {
        ASSIGN_OR_RETURN(const ProjectStore::Contents contents, m_store.contents());
        for (const Label& label : contents.labels)
            m_labels.insert(label.id);
        ASSIGN_OR_RETURN(const qint64 version, m_store.database().integer("PRAGMA user_version"));
        m_hasFacts = version >= 2;
        RETURN_IF_ERROR(orphans());
        for (const ImageInfo& image : contents.images)
            examine(image);
        return {};
    }

    QStringList findings;

private:
    Status orphans() {
        ASSIGN_OR_RETURN(const qint64 lost,
                         m_store.database().integer("SELECT count(*) FROM annotation WHERE image "
                                                    "NOT IN (SELECT id FROM image)"));
        if (lost > 0)
            findings +=
                QStringLiteral("%1 annotation(s) belong to images that the project does not have.").arg(lost);
        return {};
    }

    void examine(const ImageInfo& image) {
        const QString path = QDir::cleanPath(m_folder.absoluteFilePath(image.path));
        if (!QFileInfo::exists(path))
            findings += QStringLiteral("The image file “%1” is missing.").arg(path);
        const Result<ProjectStore::Annotations> stored = m_store.annotations(image.id);
        if (!stored) {
            findings += QStringLiteral("The annotations of “%1” cannot be read: %2")
                            .arg(image.path, QString::fromStdString(stored.error().message));
            return;
        }
        for (const Annotation& annotation : stored->annotations) {
            examine(annotation, image);
            if (const Status compared = compareFacts(annotation, image); !compared)
                findings += QString::fromStdString(compared.error().message);
        }
    }

    static QString who(const Annotation& annotation, const ImageInfo& image) {
        return QStringLiteral("Annotation %1 of “%2”").arg(annotation.id.value).arg(image.path);
    }

    /// Filters and counts believe what stands beside a mask.
    Status compareFacts(const Annotation& annotation, const ImageInfo& image) {
        if (!m_hasFacts)
            return {};
        ASSIGN_OR_RETURN(
            Statement row,
            m_store.database().prepare(
                "SELECT area, x, y, width, height, parts, holes, by_hand FROM annotation WHERE id = ?"));
        ASSIGN_OR_RETURN(const bool known, row.bind(1, annotation.id.value).step());
        if (!known)
            return {};
        const ShapeFacts facts = shapeFacts(annotation.mask, annotation.touched);
        const std::array<std::pair<const char*, qint64>, 7> expected{{{"area", facts.area},
                                                                      {"x", facts.box.x()},
                                                                      {"y", facts.box.y()},
                                                                      {"width", facts.box.width()},
                                                                      {"height", facts.box.height()},
                                                                      {"parts", facts.parts},
                                                                      {"holes", facts.holes}}};
        const QString wrong = QStringLiteral(" has a wrong stored %1: %2, and its mask says %3.");
        int column = 0;
        for (const auto& [name, value] : expected) {
            const qint64 stored = row.integer(column++);
            if (stored != value)
                findings += who(annotation, image) + wrong.arg(QLatin1String(name)).arg(stored).arg(value);
        }
        if (static_cast<float>(row.real(column)) != facts.byHand)
            findings += who(annotation, image) + wrong.arg(QStringLiteral("share decided by hand"))
                                                     .arg(row.real(column))
                                                     .arg(double(facts.byHand));
        return {};
    }

    void examine(const Annotation& annotation, const ImageInfo& image) {
        const LabelId label = annotation.fields.label;
        if (label.isValid() && !m_labels.contains(label))
            findings += who(annotation, image) +
                        QStringLiteral(" has a label that the project does not have (%1).").arg(label.value);
        const QRect pixels(QPoint(), image.size);
        if (!pixels.isEmpty() && !annotation.mask.isEmpty() &&
            !pixels.contains(annotation.mask.boundingBox()))
            findings += who(annotation, image) + QStringLiteral(" has pixels outside the image.");
    }

    QDir m_folder;
    ProjectStore& m_store;
    QSet<LabelId> m_labels;
    bool m_hasFacts = false; ///< files of version 1 have none
};

} // namespace

Result<QStringList> checkProjectFile(const QString& file) {
    if (const Status sound = ProjectStore::check(file); !sound) {
        if (sound.error().code != ErrorCode::CorruptFile)
            return tl::unexpected(sound.error());
        return QStringList{QString::fromStdString(sound.error().message)};
    }
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(file, ProjectStore::Mode::ReadOnly));
    Examination examination(file, store);
    if (const Status read = examination.run(); !read)
        examination.findings += QString::fromStdString(read.error().message);
    return examination.findings;
}

} // namespace core
