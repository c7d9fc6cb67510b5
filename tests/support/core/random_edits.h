// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/project.h"

#include <random>

namespace core {

/// Makes valid edits of every kind against the state of a project: the work of a person with no plan.
class RandomEdits {
public:
    enum class Images { Keep, MayBeRemoved };
    explicit RandomEdits(unsigned seed, Images images = Images::Keep) : m_random(seed), m_images(images) {}

    /// Uses loaded images only. Never empty.
    Edit next(Project& project);
    Mask mask(); ///< a few rectangles and dots near the origin, now and then empty or negative
    int number(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

private:
    Edit labelEdit(Project& project);
    Edit imageEdit(Project& project);
    Edit annotationEdit(Project& project, ImageId image);
    Annotation annotation(Project& project, ImageId image);
    Fields fields(const Project& project);
    Effort effort();
    Edit moveLabel(const QList<const Annotation*>& known, LabelId to);
    QString text();

    std::mt19937 m_random;
    Images m_images;
};

} // namespace core
