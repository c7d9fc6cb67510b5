// SPDX-License-Identifier: Apache-2.0
#include "core/store/open_project.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/backups.h"
#include "core/store/late_check.h"
#include "core/store/project_store.h"
#include "core/store/schema.h"
#include "core/store/store_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSet>

#include <filesystem>

namespace core {
namespace {

constexpr qint64 kJournalBytes = qint64{256} << 20;

Result<std::unique_ptr<QLockFile>> lockProject(const QString& file) {
    auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    // Age proves nothing about an open project; a dead holder is recognised by its process.
    lock->setStaleLockTime(0);
    if (lock->tryLock())
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return fail(
            ErrorCode::Io,
            QStringLiteral("The folder of “%1” cannot be written; check its permissions, or copy the project "
                           "to a folder of your own.")
                .arg(file));
    qint64 pid = 0;
    QString host;
    QString program;
    lock->getLockInfo(&pid, &host, &program);
    return fail(ErrorCode::Io,
                QStringLiteral("“%1” is open already (in %2, process %3 on %4); close it there first.")
                    .arg(QFileInfo(file).fileName(), program)
                    .arg(pid)
                    .arg(host));
}

/// The file's one true name, so that links to it meet the same lock.
Result<QString> trueName(const QString& file) {
    const QString canonical = QFileInfo(file).canonicalFilePath();
    if (canonical.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("There is no project “%1”.").arg(file));
    std::error_code error;
    const auto names =
        std::filesystem::hard_link_count(std::filesystem::path(canonical.toStdU16String()), error);
    if (!error && names > 1)
        return fail(
            ErrorCode::Io,
            QStringLiteral("“%1” has a second name (a hard link), and two programs writing through two names "
                           "would destroy it; open a copy instead.")
                .arg(file));
    return canonical;
}

/// Large, and nothing is left beside it that a crash would leave.
bool mayBeCheckedLater(const QString& file) {
    return QFileInfo(file).size() >= LateCheck::kLarge && !QFileInfo::exists(file + QStringLiteral("-wal")) &&
           !QFileInfo::exists(file + QStringLiteral("-journal"));
}

/// Before anything is written: is the file sound, and is there a copy of it? A large file that was closed
/// well is only recognised here; LateCheck does the rest. True: it has to.
Result<bool> checkAndBackUp(const QString& file) {
    const bool later = mayBeCheckedLater(file);
    RETURN_IF_ERROR(
        ProjectStore::check(file, later ? ProjectStore::Depth::Identity : ProjectStore::Depth::Whole));
    ASSIGN_OR_RETURN(ProjectStore before, ProjectStore::open(file, ProjectStore::Mode::ReadOnly));
    ASSIGN_OR_RETURN(const qint64 version, before.database().integer("PRAGMA user_version"));
    if (later && version == kSchemaVersion)
        return true;
    if (later)
        RETURN_IF_ERROR(ProjectStore::check(file, ProjectStore::Depth::Whole));
    const Status backup = makeBackup(before, file);
    // Without a copy nothing old is touched, but a full disk must not keep people from their work.
    if (!backup && version < kSchemaVersion)
        return tl::unexpected(backup.error());
    if (!backup)
        qWarning("%s", backup.error().message.c_str());
    return false;
}

} // namespace

struct OpenProject::Parts {
    // Declared in this order so that the writer's connection closes last, folding the log into the file.
    QString file;
    QDir folder;
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<StoreWriter> writer;
    std::unique_ptr<ProjectStore> reader;
    std::unique_ptr<Project> project;
    std::unique_ptr<History> history;
    std::unique_ptr<LateCheck> lateCheck; ///< none if the file was looked through before it was opened
    bool checkLater = false;

    static Result<std::unique_ptr<Parts>> open(const QString& file);
    Status fill(ProjectStore& store);
    Result<std::vector<Annotation>> annotations(ImageId image);
};

Result<std::unique_ptr<OpenProject::Parts>> OpenProject::Parts::open(const QString& name) {
    auto parts = std::make_unique<Parts>();
    ASSIGN_OR_RETURN(parts->file, trueName(name));
    parts->folder = QFileInfo(parts->file).absoluteDir();
    ASSIGN_OR_RETURN(parts->lock, lockProject(parts->file));
    ASSIGN_OR_RETURN(parts->checkLater, checkAndBackUp(parts->file));
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(parts->file, ProjectStore::Mode::ReadWrite));
    RETURN_IF_ERROR(parts->fill(store));
    ASSIGN_OR_RETURN(EditWriter writer, EditWriter::open(std::move(store).takeDatabase(), kJournalBytes));
    parts->writer = std::make_unique<StoreWriter>(std::move(writer));
    ASSIGN_OR_RETURN(ProjectStore reader, ProjectStore::open(parts->file, ProjectStore::Mode::ReadOnly));
    parts->reader = std::make_unique<ProjectStore>(std::move(reader));
    return parts;
}

Status OpenProject::Parts::fill(ProjectStore& store) {
    project = std::make_unique<Project>();
    history = std::make_unique<History>(*project);
    ASSIGN_OR_RETURN(ProjectStore::Contents contents, store.contents());
    ASSIGN_OR_RETURN(ProjectStore::Journal journal, store.journal(history->byteLimit()));
    qint64 lastId = contents.lastId;
    for (const Edit& edit : journal.edits)
        lastId = std::max(lastId, highestId(edit));
    project->setContents(std::move(contents.labels), std::move(contents.images), lastId);
    history->restore(std::move(journal.edits), journal.cursor);
    return {};
}

/// The stored annotations plus every edit that is on its way. Those are asked for first: an edit that reaches
/// the file in between is in both, and its revision tells so. No waiting, so it also works while the disk is
/// full.
Result<std::vector<Annotation>> OpenProject::Parts::annotations(ImageId image) {
    const std::vector<StoreOp> pending = writer->pending();
    ASSIGN_OR_RETURN(ProjectStore::Annotations stored, reader->annotations(image));
    Project scratch;
    scratch.setAnnotations(image, std::move(stored.annotations));
    for (const StoreOp& op : pending)
        if (op.revision > stored.revision)
            scratch.apply(op.kind == StoreOp::Kind::Undo ? inverted(op.edit) : op.edit);
    if (const Edit* applying = history->applying())
        scratch.apply(*applying);
    std::vector<Annotation> result;
    const QList<const Annotation*> annotations = scratch.annotations(image);
    for (const Annotation* annotation : annotations)
        result.push_back(*annotation);
    return result;
}

Result<std::unique_ptr<OpenProject>> OpenProject::create(const QString& file) {
    const QFileInfo info(file);
    if (!info.absoluteDir().exists())
        return fail(ErrorCode::Io,
                    QStringLiteral("The folder “%1” does not exist; choose another.").arg(info.path()));
    RETURN_IF_ERROR(ProjectStore::create(info.absoluteFilePath()));
    return open(file);
}

Result<std::unique_ptr<OpenProject>> OpenProject::open(const QString& file) {
    Result<std::unique_ptr<Parts>> parts = Parts::open(file);
    if (!parts)
        return tl::unexpected(withBackup(std::move(parts).error(), QFileInfo(file).canonicalFilePath()));
    return std::unique_ptr<OpenProject>(new OpenProject(std::move(*parts)));
}

OpenProject::OpenProject(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {
    History* history = m_parts->history.get();
    StoreWriter* writer = m_parts->writer.get();
    const auto write = [writer](StoreOp::Kind kind) {
        return [writer, kind](const Edit& edit) { writer->enqueue(kind, edit); };
    };
    connect(history, &History::committed, writer, write(StoreOp::Kind::Commit));
    connect(history, &History::undone, writer, write(StoreOp::Kind::Undo));
    connect(history, &History::redone, writer, write(StoreOp::Kind::Redo));
    connect(writer, &StoreWriter::stateChanged, this, &OpenProject::saveStateChanged);
    if (m_parts->checkLater) {
        m_parts->lateCheck = std::make_unique<LateCheck>();
        connect(m_parts->lateCheck.get(), &LateCheck::failed, this, &OpenProject::damageFound);
        m_parts->lateCheck->start(m_parts->file);
    }
    history->setEnsureLoaded([this](ImageId image) {
        if (const Status loaded = loadImage(image); !loaded)
            qWarning("%s", loaded.error().message.c_str());
    });
}

OpenProject::~OpenProject() = default;

const QString& OpenProject::file() const {
    return m_parts->file;
}

Project& OpenProject::project() {
    return *m_parts->project;
}

History& OpenProject::history() {
    return *m_parts->history;
}

QString OpenProject::absolutePath(ImageId image) const {
    const ImageInfo* info = m_parts->project->image(image);
    return info ? QDir::cleanPath(m_parts->folder.absoluteFilePath(info->path)) : QString();
}

int OpenProject::addImages(const QStringList& files) {
    Project& project = *m_parts->project;
    const QDir& folder = m_parts->folder;
    QSet<QString> known;
    for (const ImageInfo& image : project.images())
        known.insert(QDir::cleanPath(folder.absoluteFilePath(image.path)));
    Edit edit;
    for (const QString& file : files) {
        const QString path = QDir::cleanPath(QFileInfo(file).absoluteFilePath());
        if (known.contains(path))
            continue;
        known.insert(path);
        const QString relative = folder.relativeFilePath(path);
        const bool inside = !relative.startsWith(QLatin1String("../")) && QDir::isRelativePath(relative);
        ImageInfo image;
        image.id = project.newImageId();
        image.path = inside ? relative : path;
        edit.changes.emplace_back(SetImage{std::nullopt, image});
    }
    const auto added = static_cast<int>(edit.changes.size());
    edit.text = added == 1 ? tr("Add image") : tr("Add %1 images").arg(added);
    m_parts->history->commit(std::move(edit));
    return added;
}

Status OpenProject::loadImage(ImageId image) {
    Project& project = *m_parts->project;
    if (project.isLoaded(image))
        return {};
    if (!project.image(image))
        return fail(ErrorCode::NotFound, QStringLiteral("The project has no such image."));
    ASSIGN_OR_RETURN(std::vector<Annotation> annotations, m_parts->annotations(image));
    project.setAnnotations(image, std::move(annotations));
    return {};
}

void OpenProject::noteImageFacts(ImageId image, QSize size, const QByteArray& contentHash) {
    const ImageInfo* known = m_parts->project->image(image);
    if (!known || (known->size == size && known->contentHash == contentHash))
        return;
    SetImage change{*known, *known};
    change.after->size = size;
    change.after->contentHash = contentHash;
    Edit edit;
    edit.changes.emplace_back(std::move(change));
    m_parts->project->apply(edit);
    m_parts->writer->enqueue(StoreOp::Kind::Note, edit);
}

SaveState OpenProject::saveState() const {
    return m_parts->writer->state();
}

Status OpenProject::flush() {
    return m_parts->writer->flush();
}

} // namespace core
