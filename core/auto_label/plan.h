// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/engine/inference_types.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace core {

/// An example in one picture: it is used there only, for the model compares within a picture.
struct PlannedExemplar {
    QString image; ///< as the project names it
    PromptBox box;
    bool operator==(const PlannedExemplar&) const = default;
};

/// What is looked for under one label.
struct PlannedClass {
    QString label;                   ///< made in the project if it is missing
    QStringList phrases;             ///< each asks on its own; what several find is one instance
    QStringList vetoes;              ///< what one of these finds with a better score is left out
    std::optional<double> threshold; ///< scores must be above it; none: the model's own
    QList<PlannedExemplar> exemplars;
    bool operator==(const PlannedClass&) const = default;
};

/// What happens when two classes claim the same object.
enum class BetweenClasses { Allow, BestScore, FirstClass };
/// What a run may write. No policy changes or removes an instance that a person made, accepted, rejected or
/// painted.
enum class WritePolicy {
    Add,         ///< what is not there yet
    FillEmpty,   ///< only into images without instances
    ReplaceAuto, ///< in place of what earlier runs left and nobody has looked at
};

/// Overlapping square windows for objects that are small in a large picture; the whole picture is asked too.
struct Tiles {
    int side = 0; ///< pixels; 0: none
    int overlap = 0;
    bool operator==(const Tiles&) const = default;
};

/// Which labels a run looks for and what it does with what it finds: the same in the window and on the
/// command line.
struct AutoLabelPlan {
    QList<PlannedClass> classes;
    double duplicateIou = 0.7; ///< masks that overlap so much are the same object
    BetweenClasses between = BetweenClasses::Allow;
    bool exclusivePixels =
        false;          ///< no pixel in two instances: the better score keeps it, people's before all
    qint64 minArea = 1; ///< pixels
    WritePolicy write = WritePolicy::Add;
    Tiles tiles;
    bool operator==(const AutoLabelPlan&) const = default;
};

/// Errors: InvalidArgument, a sentence that names the key that is wrong and what it may be.
Result<AutoLabelPlan> readPlan(const QByteArray& json);
/// The plan as JSON with every key; readPlan() gives it back.
QByteArray writePlan(const AutoLabelPlan& plan);

} // namespace core
