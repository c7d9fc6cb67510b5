// SPDX-License-Identifier: Apache-2.0
// Random masks with holes, rings in rings, many parts and bridges of one pixel go through every path there
// and back. MASK_RUNS multiplies how many.
#include "core/formats/instance_clip.h"
#include "core/mask/contour.h"
#include "core/mask/cut.h"
#include "core/mask/morphology.h"
#include "core/mask/outline.h"
#include "core/mask/rle.h"
#include "core/mask/transpose.h"
#include "core/project/history.h"
#include "core/project/project.h"

#include "tests/core/mask_random.h"
#include "tests/support/core/temp_project.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace core {
namespace {

int runs(int usual) {
    return usual * std::max(1, qEnvironmentVariableIntValue("MASK_RUNS"));
}

/// A tree of rings: each ring's inside holds further ones, joined by bridges of one pixel now and then.
Mask nestedRings(std::mt19937& random, QRect box) {
    Mask mask;
    while (box.width() > 4 && box.height() > 4) {
        const int thick = 1 + int(random() % 3);
        const QRect inner = box.adjusted(thick, thick, -thick, -thick);
        mask = mask.united(Mask::fromRect(box).subtracted(Mask::fromRect(inner)));
        const int gap = 1 + int(random() % 3);
        if (random() % 2)
            mask = mask.united(Mask::fromRect({inner.left(), inner.center().y(), gap + 1, 1}));
        box = inner.adjusted(gap, gap, -gap, -gap);
    }
    return mask;
}

Mask anyMask(std::mt19937& random) {
    return random() % 4 == 0 ? nestedRings(random, {0, 0, 5 + int(random() % 40), 5 + int(random() % 40)})
                             : randomBitmap(random, 40).mask();
}

TEST(MaskSurvival, tenThousandMasksComeBackFromEveryForm) {
    std::mt19937 random(61);
    const QSize size(64, 64);
    for (int i = 0; i < runs(10'000); ++i) {
        const Mask mask = anyMask(random);
        ASSERT_EQ(maskOf(contoursOf(mask)), mask) << i;
        ASSERT_EQ(transposed(transposed(mask)), mask) << i;
        const auto read = maskFromRleString(rleString(mask, size), size);
        ASSERT_TRUE(read) << i;
        ASSERT_EQ(*read, mask) << i;
        // Vertices that nobody moves.
        Outline outline(mask, double(random() % 40) / 10);
        ASSERT_EQ(outline.mask(QRect({}, size)), mask) << i;
        // Taken apart and put together.
        Mask together;
        for (const Mask& part : mask.parts())
            together = together.united(part);
        ASSERT_EQ(together, mask) << i;
    }
}

TEST(MaskSurvival, tenThousandMasksComeBackFromTheClipboard) {
    std::mt19937 random(62);
    for (int i = 0; i < runs(100); ++i) {
        InstanceClip clip;
        clip.size = {64, 64};
        while (clip.instances.size() < 100) {
            InstanceClip::Instance instance;
            instance.annotation.mask = anyMask(random);
            instance.annotation.touched = anyMask(random);
            if (!instance.annotation.mask.isEmpty())
                clip.instances.push_back(std::move(instance));
        }
        const auto read = clipFromText(clipText(clip));
        ASSERT_TRUE(read) << read.error().message;
        ASSERT_EQ(read->instances.size(), clip.instances.size());
        for (std::size_t k = 0; k < clip.instances.size(); ++k)
            ASSERT_EQ(read->instances[k].annotation, clip.instances[k].annotation);
    }
}

TEST(MaskSurvival, tenThousandMasksAreCutAndMergedWithoutLoss) {
    std::mt19937 random(63);
    for (int i = 0; i < runs(10'000); ++i) {
        const Mask mask = anyMask(random);
        QPolygonF line;
        for (int p = 0; p < 2 + int(random() % 3); ++p)
            line << QPointF(double(random() % 44), double(random() % 44));
        Mask merged;
        for (const Mask& piece : cutAlong(mask, line)) {
            ASSERT_TRUE(merged.intersected(piece).isEmpty()) << i;
            merged = merged.united(piece);
        }
        ASSERT_EQ(merged, mask) << i;
        // What the commands make lies where it must.
        ASSERT_TRUE(shrunk(mask, 1).subtracted(mask).isEmpty()) << i;
        ASSERT_TRUE(mask.subtracted(grown(mask, 1)).isEmpty()) << i;
        ASSERT_TRUE(mask.subtracted(shrunk(grown(mask, 2), 2)).isEmpty()) << "closing only adds, " << i;
        ASSERT_TRUE(grown(shrunk(mask, 2), 2).subtracted(mask).isEmpty()) << "opening only takes, " << i;
    }
}

TEST(MaskSurvival, tenThousandMasksAreStoredAndReadBack) {
    TempProject temp;
    const int perImage = 500;
    const int images = runs(20);
    std::mt19937 random(64);
    std::vector<Annotation> written;
    Project& project = temp->project();
    QStringList files;
    for (int i = 0; i < images; ++i)
        files.append(temp.folder() + QStringLiteral("/image%1.png").arg(i));
    ASSERT_EQ(temp->addImages(files), images);
    for (int i = 0; i < images; ++i) {
        const ImageId image = project.images()[i].id;
        ASSERT_TRUE(temp->loadImage(image));
        Edit edit;
        edit.image = image;
        for (int k = 0; k < perImage; ++k) {
            Annotation a;
            a.id = project.newAnnotationId();
            a.image = image;
            a.mask = anyMask(random);
            a.touched = anyMask(random);
            written.push_back(a);
            edit.changes.push_back(AddAnnotation{std::move(a)});
        }
        temp->history().commit(std::move(edit));
    }
    ASSERT_TRUE(temp->flush());
    temp.reopen();
    for (const Annotation& a : written) {
        ASSERT_TRUE(temp->loadImage(a.image));
        const Annotation* read = temp->project().annotation(a.id);
        ASSERT_NE(read, nullptr);
        ASSERT_EQ(read->mask, a.mask);
        ASSERT_EQ(read->touched, a.touched);
    }
}

} // namespace
} // namespace core
