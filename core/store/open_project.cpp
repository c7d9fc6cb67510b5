// SPDX-License-Identifier: Apache-2.0
#include "core/store/open_project.h"

#include "core/project/history.h"
#include "core/project/project.h"
#include "core/store/backups.h"
#include "core/store/late_check.h"
#include "core/store/project_copy.h"
#include "core/store/project_lock.h"
#include "core/store/project_opening.h"
#include "core/store/project_store.h"
#include "core/store/saved_annotations.h"
#include "core/store/store_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSet>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace core {
namespace {

/// What tells a file from another of the same name; 0 if there is none, or where the system can't tell.
quint64 fileId([[maybe_unused]] const QString& file) {
#ifdef Q_OS_UNIX
    struct stat facts {};
    return stat(QFile::encodeName(file).constData(), &facts) == 0 ? facts.st_ino : 0;
#else
    return 0;
#endif
}

QString logName(const QString& file) {
    return file + QStringLiteral("-wal");
}

/// What an edit does to instances. Those of an image that is removed stay in the file until it comes back; a
/// project would forget them.
Edit withoutImages(Edit edit) {
    std::erase_if(edit.changes,
                  [](const Change& change) { return std::holds_alternative<SetImage>(change); });
    return edit;
}

} // namespace

struct OpenProject::Parts {
    ~Parts();

    // Declared in this order so that the writer's connection closes last, folding the log into the file.
    QString file;
    QDir folder;
    quint64 logId = 0;
    bool leftOpen = false;
    std::optional<Recovery> recovery;
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<StoreWriter> writer;
    std::unique_ptr<ProjectStore> reader;
    std::unique_ptr<Project> project;
    std::unique_ptr<History> history;
    std::unique_ptr<LateCheck> lateCheck; ///< none if the file was looked through before it was opened
    bool checkLater = false;

    static Result<std::unique_ptr<Parts>> open(const QString& file);
    static Result<std::unique_ptr<Parts>> openReadOnly(const QString& file);
    Status fill(ProjectStore& store);
    Result<std::vector<Annotation>> annotations(ImageId image);
    Edit pathsFor(const QString& copy) const;
};

Result<std::unique_ptr<OpenProject::Parts>> OpenProject::Parts::open(const QString& name) {
    auto parts = std::make_unique<Parts>();
    ASSIGN_OR_RETURN(parts->file, trueName(name));
    parts->folder = QFileInfo(parts->file).absoluteDir();
    // Who closes a project takes the lock away.
    parts->leftOpen = QFileInfo::exists(lockName(parts->file));
    ASSIGN_OR_RETURN(parts->lock, lockProject(parts->file));
    ASSIGN_OR_RETURN(parts->checkLater, checkAndBackUp(parts->file));
    ASSIGN_OR_RETURN(const bool rescued, takeRescued(parts->file));
    parts->leftOpen = parts->leftOpen || rescued;
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(parts->file, ProjectStore::Mode::ReadWrite));
    RETURN_IF_ERROR(parts->fill(store));
    ASSIGN_OR_RETURN(EditWriter writer, EditWriter::open(std::move(store).takeDatabase(), kJournalBytes));
    parts->writer = std::make_unique<StoreWriter>(std::move(writer));
    ASSIGN_OR_RETURN(ProjectStore reader, ProjectStore::open(parts->file, ProjectStore::Mode::ReadOnly));
    parts->reader = std::make_unique<ProjectStore>(std::move(reader));
    parts->logId = fileId(logName(parts->file));
    return parts;
}

Result<std::unique_ptr<OpenProject::Parts>> OpenProject::Parts::openReadOnly(const QString& name) {
    auto parts = std::make_unique<Parts>();
    ASSIGN_OR_RETURN(parts->file, trueName(name));
    parts->folder = QFileInfo(parts->file).absoluteDir();
    ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(parts->file, ProjectStore::Mode::ReadOnly));
    RETURN_IF_ERROR(parts->fill(store));
    parts->history->restore({}, 0);
    return parts;
}

Status OpenProject::Parts::fill(ProjectStore& store) {
    project = std::make_unique<Project>();
    history = std::make_unique<History>(*project);
    ASSIGN_OR_RETURN(ProjectStore::Contents contents, store.contents());
    ASSIGN_OR_RETURN(ProjectStore::Journal journal, store.journal(history->byteLimit()));
    qint64 lastId = contents.lastId;
    if (leftOpen) {
        ASSIGN_OR_RETURN(recovery, lastEdit(store, journal));
    }
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
    // A lasting reader would keep the program that has the project open from closing it into one file.
    if (!writer)
        return savedAnnotations(file, image);
    const std::vector<StoreOp> pending = writer->pending();
    ASSIGN_OR_RETURN(ProjectStore::Annotations stored, reader->annotations(image));
    Project scratch;
    scratch.setAnnotations(image, std::move(stored.annotations));
    for (const StoreOp& op : pending)
        if (op.revision > stored.revision)
            scratch.apply(withoutImages(op.kind == StoreOp::Kind::Undo ? inverted(op.edit) : op.edit));
    if (const Edit* applying = history->applying())
        scratch.apply(withoutImages(*applying));
    std::vector<Annotation> result;
    const QList<const Annotation*> annotations = scratch.annotations(image);
    for (const Annotation* annotation : annotations)
        result.push_back(*annotation);
    return result;
}

/// In another folder the relative paths of images would lead nowhere.
Edit OpenProject::Parts::pathsFor(const QString& copy) const {
    Edit edit;
    if (QFileInfo(copy).absoluteDir() == folder)
        return edit;
    for (const ImageInfo& image : project->images()) {
        ImageInfo moved = image;
        moved.path = QDir::cleanPath(folder.absoluteFilePath(image.path));
        if (moved.path != image.path)
            edit.changes.emplace_back(SetImage{image, moved});
    }
    return edit;
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

Result<std::unique_ptr<OpenProject>> OpenProject::openReadOnly(const QString& file) {
    ASSIGN_OR_RETURN(std::unique_ptr<Parts> parts, Parts::openReadOnly(file));
    return std::unique_ptr<OpenProject>(new OpenProject(std::move(parts)));
}

bool OpenProject::isOpenElsewhere(const QString& file) {
    return isLocked(file);
}

OpenProject::OpenProject(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {
    History* history = m_parts->history.get();
    StoreWriter* writer = m_parts->writer.get();
    if (!writer)
        return;
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

OpenProject::Parts::~Parts() {
    lateCheck.reset();
    history.reset();
    project.reset();
    reader.reset();
    const FileTrouble trouble = writer ? writer->trouble() : FileTrouble::None;
    const bool abandoned = writer && writer->isAbandoned();
    writer.reset();
    // Our log beside another file would be taken for a part of it. Beside none it belongs to the one that was
    // moved away, and is needed when that comes back.
    const bool useless = trouble == FileTrouble::Replaced || trouble == FileTrouble::Overwritten ||
                         (trouble == FileTrouble::Gone && abandoned);
    if (useless && logId != 0 && fileId(logName(file)) == logId) {
        QFile::remove(logName(file));
        QFile::remove(file + QStringLiteral("-shm"));
    }
}

const QString& OpenProject::file() const {
    return m_parts->file;
}

bool OpenProject::isReadOnly() const {
    return !m_parts->writer;
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
    if (isReadOnly())
        return 0;
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

void OpenProject::abandon() {
    if (m_parts->writer)
        m_parts->writer->abandon();
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
    if (m_parts->writer)
        m_parts->writer->enqueue(StoreOp::Kind::Note, edit);
}

SaveState OpenProject::saveState() const {
    return m_parts->writer ? m_parts->writer->state() : SaveState::Saved;
}

Status OpenProject::flush() {
    return m_parts->writer ? m_parts->writer->flush() : Status();
}

bool OpenProject::isKeptAside() const {
    return m_parts->writer && m_parts->writer->keptAside();
}

FileTrouble OpenProject::trouble() const {
    return m_parts->writer ? m_parts->writer->trouble() : FileTrouble::None;
}

const std::optional<Recovery>& OpenProject::recovery() const {
    return m_parts->recovery;
}

Result<QString> OpenProject::saveCopy(const QString& to) {
    Parts& parts = *m_parts;
    if (!parts.writer) {
        ASSIGN_OR_RETURN(ProjectStore store, ProjectStore::open(parts.file, ProjectStore::Mode::ReadOnly));
        RETURN_IF_ERROR(copyStored(store, {}, parts.pathsFor(to), to));
        return QString();
    }
    const FileTrouble trouble = parts.writer->trouble();
    // What is in the file that is open is still ours unless somebody wrote into it.
    const bool ours = trouble != FileTrouble::Overwritten && trouble != FileTrouble::Edited;
    const Edit paths = parts.pathsFor(to);
    if (ours && copyStored(*parts.reader, parts.writer->pending(), paths, to))
        return QString();
    const QStringList backups = backupsOf(parts.file);
    for (const QString& backup : backups)
        if (copyFromBackup(backup, *parts.project, *parts.history, paths, to))
            return QString();
    RETURN_IF_ERROR(copyFromMemory(*parts.project, paths, to));
    const auto unseen = std::count_if(parts.project->images().begin(), parts.project->images().end(),
                                      [&](const ImageInfo& i) { return !parts.project->isLoaded(i.id); });
    return unseen == 0
               ? QString()
               : tr("The annotations of %1 images that were not visited could not be read.").arg(unseen);
}

} // namespace core
