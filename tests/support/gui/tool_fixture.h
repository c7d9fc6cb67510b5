// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/tool_settings.h"

#include "tests/support/gui/window_fixture.h"

#include <functional>
#include <vector>

namespace test {

/// A window with two pictures, and what tests of tools ask again and again.
class ToolFixture : public WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        openPictures(2);
    }
    std::vector<core::Annotation> snapshot() {
        std::vector<core::Annotation> all;
        for (const core::Annotation* a : annotations()) {
            all.push_back(*a);
        }
        return all;
    }
    core::Mask maskOf(core::AnnotationId id) {
        const core::Annotation* a = project().annotation(id);
        return a ? a->mask : core::Mask();
    }
    core::Mask selectedMask() { return maskOf(session().selection().current()); }
    /// Undo and redo give the very same annotations.
    void expectReversible(const std::vector<core::Annotation>& before) {
        const auto after = snapshot();
        session().undo();
        EXPECT_EQ(snapshot(), before);
        session().redo();
        EXPECT_EQ(snapshot(), after);
    }
    /// A gesture of the left button through these points.
    void stroke(const QList<QPointF>& points, Qt::KeyboardModifiers modifiers = {}) {
        moveTo(points.first().x(), points.first().y(), modifiers);
        press(points.first().x(), points.first().y(), Qt::LeftButton, modifiers);
        for (const QPointF p : points) {
            moveTo(p.x(), p.y(), modifiers);
        }
        release(points.last().x(), points.last().y(), Qt::LeftButton, modifiers);
    }
    std::size_t edits() { return history().cursor(); }
    gui::ToolSettings& toolSettings() { return canvas().settings(); }
    void setTool(const std::function<void(gui::ToolSettings::Values&)>& change) {
        auto values = toolSettings().values();
        change(values);
        toolSettings().set(values);
    }
};

} // namespace test
