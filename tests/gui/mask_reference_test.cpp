// SPDX-License-Identifier: Apache-2.0
// Every tool and command that changes masks, on random masks with holes, rings in rings, many parts and
// bridges of one pixel: what comes out is what a slow reference says, pixel by pixel, and undo and redo give
// the same bytes. A sample in the suite; MASKWRIGHT_MASKS=10000 sets how many masks all of them see together.
#include "tests/gui/mask_reference_deeds.h"

namespace {

using test::MaskDeeds;

struct Operation {
    const char* name;
    void (MaskDeeds::*run)();
};

constexpr Operation kOperations[]{{"Brush", &MaskDeeds::brush},
                                  {"BrushWithAlt", &MaskDeeds::brushTakes},
                                  {"Eraser", &MaskDeeds::eraser},
                                  {"BrushThatProtects", &MaskDeeds::protects},
                                  {"BrushThatOverwrites", &MaskDeeds::overwrites},
                                  {"BrushThatAsks", &MaskDeeds::takesCovered},
                                  {"Box", &MaskDeeds::box},
                                  {"Lasso", &MaskDeeds::lasso},
                                  {"Polygon", &MaskDeeds::polygon},
                                  {"Wand", &MaskDeeds::wand},
                                  {"Scissors", &MaskDeeds::scissors},
                                  {"Cut", &MaskDeeds::cut},
                                  {"FillHoles", &MaskDeeds::fillHoles},
                                  {"KeepLargest", &MaskDeeds::keepLargest},
                                  {"Grow", &MaskDeeds::grow},
                                  {"Shrink", &MaskDeeds::shrink},
                                  {"GrowBy", &MaskDeeds::growBy},
                                  {"ShrinkBy", &MaskDeeds::shrinkBy},
                                  {"SmoothBy", &MaskDeeds::smoothBy},
                                  {"FillHolesUnder", &MaskDeeds::fillHolesUnder},
                                  {"DropIslandsUnder", &MaskDeeds::dropIslandsUnder},
                                  {"SplitParts", &MaskDeeds::splitParts},
                                  {"Merge", &MaskDeeds::merge},
                                  {"Subtract", &MaskDeeds::subtract},
                                  {"Intersect", &MaskDeeds::intersect},
                                  {"ExclusiveOr", &MaskDeeds::exclusiveOr},
                                  {"Duplicate", &MaskDeeds::duplicate},
                                  {"CopyAndPaste", &MaskDeeds::copyAndPaste},
                                  {"CopyToNext", &MaskDeeds::copyToNext}};

class EveryOperation : public MaskDeeds, public testing::WithParamInterface<Operation> {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(2, kSize);
        canvas().setScale(kScale);
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("MASKWRIGHT_MASKS", &given);
        const int all = int(std::size(kOperations));
        wanted = given ? (asked + all - 1) / all : 12;
    }
    int wanted = 0;
};

TEST_P(EveryOperation, GivesWhatTheReferenceSaysAndUndoGivesTheSameBytes) {
    while (masks < wanted && !HasFatalFailure()) {
        SCOPED_TRACE(masks);
        const std::size_t empty = edits();
        (this->*GetParam().run)();
        if (HasFatalFailure()) {
            return;
        }
        backAndForth();
        while (edits() > empty) {
            session().undo();
        }
        ASSERT_TRUE(annotations().isEmpty());
    }
}

INSTANTIATE_TEST_SUITE_P(On, EveryOperation, testing::ValuesIn(kOperations),
                         [](const auto& info) { return std::string(info.param.name); });

} // namespace
