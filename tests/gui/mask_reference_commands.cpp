// SPDX-License-Identifier: Apache-2.0
#include "gui/docks/shape_panel.h"

#include "tests/gui/mask_reference_deeds.h"

namespace test {

void MaskDeeds::changes(ActionId action, const Change& change) {
    Bitmap first(1, 1), second(1, 1);
    const auto one = add(&first);
    const auto two = add(&second);
    begin({one, two});
    trigger(action);
    expectShapes({change(first), change(second)});
}

void MaskDeeds::keepLargest() {
    changes(ActionId::DropIslands, [](const Bitmap& b) {
        Bitmap best(kSize.width(), kSize.height());
        for (const Bitmap& part : slowParts(b)) {
            best = slowArea(part) > slowArea(best) ? part : best;
        }
        return best;
    });
}

void MaskDeeds::panels(ActionId action, int pixels, const std::function<Bitmap(const Bitmap&, int)>& change) {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    auto* panel = canvas().findChild<gui::ShapePanel*>(QStringLiteral("shapePanel"));
    trigger(action);
    panel->setNumber(pixels);
    ASSERT_TRUE(waitFor([&] { return panel->isReady(); }));
    panel->apply();
    expectShapes({change(shape, pixels)});
}

void MaskDeeds::dropIslandsUnder() {
    panels(ActionId::DropIslandsUnder, 2 + number(40), [](const Bitmap& b, int pixels) {
        Bitmap kept(kSize.width(), kSize.height());
        for (const Bitmap& part : slowParts(b)) {
            kept = slowArea(part) >= pixels ? slowUnited(kept, part) : kept;
        }
        return kept;
    });
}

void MaskDeeds::splitParts() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    trigger(ActionId::SplitParts);
    const auto parts = slowParts(shape);
    int largest = 0;
    for (const Bitmap& part : parts) {
        largest = std::max(largest, slowArea(part));
    }
    ASSERT_EQ(slowArea(now(id)), largest) << "the largest keeps the id";
    expectShapes(parts);
}

void MaskDeeds::combines(ActionId action, Bitmap (*rule)(const Bitmap&, const Bitmap&)) {
    std::vector<Bitmap> shapes(2 + std::size_t(number(2)), Bitmap(1, 1));
    QList<core::AnnotationId> ids;
    for (Bitmap& shape : shapes) {
        ids.append(add(&shape));
    }
    Bitmap expected = shapes[0];
    for (std::size_t i = 1; i < shapes.size(); ++i) {
        expected = rule(expected, shapes[i]);
    }
    begin(ids);
    trigger(action);
    ASSERT_TRUE(now(ids[0]) == expected);
    std::vector<Bitmap> all{expected};
    if (action == ActionId::Subtract) {
        all.insert(all.end(), shapes.begin() + 1, shapes.end());
    }
    expectShapes(all);
}

void MaskDeeds::duplicate() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    trigger(ActionId::Duplicate);
    expectShapes({shape, slowMoved(shape, 10, 10)});
}

void MaskDeeds::copyAndPaste() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    trigger(ActionId::Copy);
    trigger(ActionId::Paste);
    ASSERT_TRUE(waitFor([&] { return annotations().size() == 2; })) << "read off the UI thread";
    expectShapes({shape, shape});
}

void MaskDeeds::copyToNext() {
    Bitmap shape(1, 1);
    const auto id = add(&shape);
    begin({id});
    trigger(ActionId::CopyToNext);
    ASSERT_EQ(session().imageIndex(), 1);
    expectShapes({shape});
    session().undo();
    ASSERT_TRUE(annotations().isEmpty());
    session().showImage(project().images()[0].id);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    expectShapes({shape});
}

} // namespace test
