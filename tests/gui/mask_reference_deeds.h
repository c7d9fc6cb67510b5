// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/actions.h"
#include "gui/tools/tool_manager.h"

#include "tests/core/slow_shapes.h"
#include "tests/support/gui/mask_reference.h"

#include <functional>

namespace test {

using core::Bitmap;
using gui::ActionId;
using gui::ToolId;

/// What a person can do to masks, each beside its slow reference: tools in mask_reference_tools.cpp, commands
/// in mask_reference_commands.cpp.
class MaskDeeds : public MaskReference {
public:
    void brush() { paints(ToolId::Brush, false); }
    void brushTakes() { paints(ToolId::Brush, true); }
    void eraser() { paints(ToolId::Eraser, true); }
    void protects();
    void overwrites();
    void takesCovered();
    void box() { drags(ToolId::Rectangle); }
    void lasso() { drags(ToolId::Lasso); }
    void polygon();
    void wand();
    void scissors();
    void cut();
    void fillHoles() {
        changes(ActionId::FillHoles, [](const Bitmap& b) { return slowFilled(b, -1); });
    }
    void keepLargest();
    void grow() {
        changes(ActionId::Grow, [](const Bitmap& b) { return slowGrown(b, 1); });
    }
    void shrink() {
        changes(ActionId::Shrink, [](const Bitmap& b) { return slowShrunk(b, 1); });
    }
    void growBy() { panels(ActionId::GrowBy, 1 + number(4), core::slowGrown); }
    void shrinkBy() { panels(ActionId::ShrinkBy, 1 + number(4), core::slowShrunk); }
    void smoothBy() { panels(ActionId::SmoothBy, 1 + number(4), core::slowSmoothed); }
    void fillHolesUnder() {
        panels(ActionId::FillHolesUnder, 2 + number(40),
               [](const Bitmap& b, int n) { return slowFilled(b, n - 1); });
    }
    void dropIslandsUnder();
    void splitParts();
    void merge() { combines(ActionId::Merge, core::slowUnited); }
    void subtract() { combines(ActionId::Subtract, core::slowSubtracted); }
    void intersect() { combines(ActionId::Intersect, core::slowIntersected); }
    void exclusiveOr() { combines(ActionId::ExclusiveOr, core::slowExclusiveOr); }
    void duplicate();
    void copyAndPaste();
    void copyToNext();

protected:
    using Change = std::function<Bitmap(const Bitmap&)>;

    void paints(ToolId tool, bool take);
    void drags(ToolId tool);
    void changes(ActionId action, const Change& change);
    void panels(ActionId action, int pixels, const std::function<Bitmap(const Bitmap&, int)>& change);
    void combines(ActionId action, Bitmap (*rule)(const Bitmap&, const Bitmap&));
};

} // namespace test
