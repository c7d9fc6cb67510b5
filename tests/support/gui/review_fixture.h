// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/session/edits.h"
#include "gui/session/review.h"

#include "tests/support/gui/window_fixture.h"

#include <vector>

namespace test {

/// A window with instances that wait for review.
class ReviewFixture : public WindowFixture {
protected:
    gui::Review& review() { return session().review(); }

    /// Squares of the model in an image, at most 20 by 15 of them, with falling scores.
    std::vector<core::AnnotationId> addFound(core::ImageId image, int count, float best = 0.9F) {
        session().showImage(image);
        core::Edit edit;
        edit.image = image;
        const core::LabelId label = gui::edits::labelFor(project(), QStringLiteral("thing"), edit);
        std::vector<core::AnnotationId> ids;
        for (int i = 0; i < count; ++i) {
            core::Annotation a;
            a.id = project().newAnnotationId();
            a.image = image;
            a.fields.label = label;
            a.fields.state = core::State::Auto;
            a.origin = core::Origin::Run;
            a.score = best - 0.001F * float(i);
            a.mask = core::Mask::fromRect({16 * (i % 20) + 2, 16 * (i / 20) + 2, 10, 10});
            edit.changes.push_back(core::AddAnnotation{a});
            ids.push_back(a.id);
        }
        session().commit(edit);
        return ids;
    }
    void addLabel(const QString& name) {
        core::Edit edit;
        gui::edits::labelFor(project(), name, edit);
        session().commit(edit);
    }
    void start() {
        canvas().setFocus();
        key(Qt::Key_F6);
        ASSERT_TRUE(review().isOn());
        ASSERT_TRUE(waitFor([this] { return review().isReady() && !review().isMeasuring(); }));
        ASSERT_TRUE(review().current() == nullptr || pictureIsThere());
    }
    bool pictureIsThere() {
        return waitFor([this] { return !session().picture().image.isNull(); });
    }
    core::AnnotationId current() {
        return review().current() != nullptr ? review().current()->instance : core::AnnotationId{};
    }
    core::State stateOf(core::AnnotationId id) { return project().annotation(id)->fields.state; }
};

} // namespace test
