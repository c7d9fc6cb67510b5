// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/auto_label/plan.h"
#include "core/mask/mask.h"

#include <QRect>

#include <vector>

namespace core {

/// One object that a run found in one picture.
struct FoundObject {
    int planned = 0; ///< place of its class in the plan
    float score = 0;
    QString phrase; ///< what found it; empty: exemplars alone
    Mask mask;
    bool operator==(const FoundObject&) const = default;
};

/// An answer of the model, and the window of the picture that was asked.
struct SeenObject {
    FoundObject object;
    QRect view;
    bool veto = false; ///< found by a phrase of PlannedClass::vetoes
};

/// One instance for each object, the best score first: what one phrase finds twice, what several phrases or
/// views of one class find, and, as the plan has it, what several classes find. Same input, same output to
/// the last bit.
std::vector<FoundObject> settled(std::vector<SeenObject> seen, const AutoLabelPlan& plan);

} // namespace core
