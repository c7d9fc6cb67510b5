// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/settle.h"

#include <QByteArray>
#include <QFile>
#include <QSet>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace inference {
struct ModelInfo;
}

namespace core {

/// Part i of n of the image list: every n-th image, from the i-th on.
struct Shard {
    int index = 1; ///< from 1
    int count = 1;
    bool operator==(const Shard&) const = default;
};

/// What a run is: the first line of its file.
struct RunHeader {
    QByteArray id; ///< the same for all shards of one run: runId()
    /// What images remember of a run (ImageInfo::runs), so that it is put into them once only: hexadecimal
    /// digits, the same for all shards. A run of one shard has its own; empty: the id.
    QByteArray mark;
    AutoLabelPlan plan;
    QString model;
    qint64 created = 0; ///< milliseconds since 1970 UTC
    Shard shard;
    int images = 0; ///< of this shard
};

/// Names a run by what decides its result: 32 hexadecimal digits of plan, model and image list.
QByteArray runId(const AutoLabelPlan& plan, const QByteArray& modelHash, const QStringList& images);
/// The header of a new run over the images of a project, or of one of its shards.
RunHeader runHeader(const AutoLabelPlan& plan, const inference::ModelInfo& model, const QStringList& images,
                    Shard shard);
/// Where a run of the project writes unless it is told otherwise: beside it, named by the run.
QString runFileName(const QString& project, const RunHeader& header);
/// A mark that no other run has: 16 random hexadecimal digits.
QByteArray newRunMark();

/// What came out for one image.
struct RunEntry {
    QString image; ///< its path as the project names it
    QSize size;
    std::vector<FoundObject> objects;
    QString failure; ///< why it could not be labelled; empty: it was
};

/// The results of a run, or of one shard, on disk: JSON lines, a header and one line an image, each whole or
/// absent after a crash. Lines are only ever appended, which network disks can do. For one program at a time:
/// should a second one start the same shard, a line may be damaged, and reading names it.
class RunFile {
public:
    /// Makes `file`, or goes on with it. A last line that a crash cut off is dropped. Errors: Io;
    /// InvalidArgument if the file belongs to another run or shard; CorruptFile.
    static Result<RunFile> open(const QString& file, const RunHeader& header);

    bool isDone(const QString& image) const { return m_done.contains(image); }
    /// Images that could not be labelled the last time; they are not done.
    const QStringList& failed() const { return m_failed; }
    int doneCount() const { return int(m_done.size()); }
    /// On the disk when this returns. Errors: Io.
    Status append(const RunEntry& entry);

private:
    explicit RunFile(std::unique_ptr<QFile> file) : m_file(std::move(file)) {}

    std::unique_ptr<QFile> m_file;
    QSet<QString> m_done;
    QStringList m_failed;
};

/// Hands on the header and then each entry of a run's file, one at a time. An image may stand there more than
/// once: failures may be followed by a success. A cut-off last line is left out. Errors: NotFound, Io,
/// CorruptFile (the sentence names the line), and what the functions return.
Status readRun(const QString& file, const std::function<Status(const RunHeader&)>& begin,
               const std::function<Status(const RunEntry&)>& use);

} // namespace core
