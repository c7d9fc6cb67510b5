// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/evaluation/unit.h"

#include <QByteArray>
#include <QStringList>

#include <compare>
#include <map>
#include <set>
#include <stop_token>

namespace core {

/// A Track as it is kept until its unit is looked at: run length texts in place of masks.
struct PackedTrack {
    std::vector<QByteArray> masks; ///< one for each frame; empty: not there
    std::vector<QRectF> boxes;
    double score = 1;
    bool crowd = false;
    double area = 0;
    int z = 0;
    qint64 id = 0; ///< in its file; 0: none
};

/// A clip (or picture) and a phrase (or class), by the ids of their file.
struct UnitKey {
    qint64 clip = 0;
    qint64 phrase = 0;
    auto
    operator<=>(const UnitKey&) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 misreads it
};

/// What one file or project says of what is where.
struct ObjectSet {
    struct Clip {
        QString name;
        QSize size;
        int frames = 1;
    };
    std::map<qint64, Clip> clips;
    std::map<qint64, QString> phrases;
    std::map<UnitKey, std::vector<PackedTrack>> tracks;
    /// The pairs that somebody looked at; only if `everyPair` is false. With it, every phrase was looked for
    /// in every clip.
    std::set<UnitKey> asked;
    bool everyPair = true;
    bool phraseOfClip = false; ///< SA-Co pairs: each clip is asked one phrase, which has the clip's id
    QStringList warnings;      ///< one sentence each
};

/// Which part of a file is read.
struct ObjectChoice {
    QString where;      ///< a filter as in the image list; of projects only
    bool clips = false; ///< of projects: the images of a folder are the frames of a clip
    std::stop_token stop = {};
    Status goesOn() const; ///< Cancelled once stopped
};

/// Reads COCO instances (objects with "images"), SA-Co pairs (images with "text_input"; only those that are
/// exhaustive), YouTube-VIS or SA-Co VEval clips (objects with "videos"), projects, files of auto-label runs,
/// and data sets of every other format that can be imported. Errors: NotFound, Io, CorruptFile,
/// InvalidArgument (a filter for something without filters), Cancelled, and what a project's opening returns.
Result<ObjectSet> readObjects(const QString& file, const ObjectChoice& choice = {});
/// Whether a file is a list of results, as COCO's evaluation takes it.
bool isResultList(const QString& file);
/// Reads what was found: the same or a list of results, whose ids are those of `truth`.
Result<ObjectSet> readFoundObjects(const QString& file, const ObjectSet& truth,
                                   const ObjectChoice& choice = {});
/// A project's instances, without rejected ones. Where people marked images as reviewed, only those: nobody
/// said of the others that all is labelled.
Result<ObjectSet> objectsOfProject(const QString& project, const ObjectChoice& choice = {});
/// What an auto-label run found. Errors: those of readRun().
Result<ObjectSet> objectsOfRun(const QString& file, const ObjectChoice& choice = {});
/// What an import would bring. Errors: those of importDataset().
Result<ObjectSet> objectsOfDataset(const QString& path, const ObjectChoice& choice = {});

} // namespace core
