// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/dataset_diff.h"

#include "core/mask/rle.h"

#include <gtest/gtest.h>

namespace core {
namespace {

const QSize kPicture{60, 40};

PackedTrack packed(const QRect& rect, qint64 id) {
    PackedTrack track;
    track.masks = {rleString(Mask::fromRect(rect), kPicture)};
    track.boxes = {QRectF(rect)};
    track.id = id;
    return track;
}

ObjectSet twoPictures() {
    ObjectSet set;
    set.clips = {{1, {QStringLiteral("day/a.png"), kPicture, 1}},
                 {2, {QStringLiteral("day/b.png"), kPicture, 1}}};
    set.phrases = {{5, QStringLiteral("car")}, {6, QStringLiteral("dog")}};
    set.tracks[{1, 5}] = {packed({0, 0, 10, 10}, 11), packed({20, 0, 10, 10}, 12)};
    set.tracks[{2, 6}] = {packed({5, 5, 8, 8}, 13)};
    return set;
}

TEST(DatasetDiff, EqualSetsDifferInNothing) {
    const Result<DatasetDiff> diff = diffOf(twoPictures(), twoPictures());
    ASSERT_TRUE(diff);
    EXPECT_TRUE(diff->changes.empty());
    EXPECT_EQ(diff->same, 3);
    EXPECT_EQ(diff->pictures, 2);
    EXPECT_TRUE(diff->warnings.isEmpty());
}

TEST(DatasetDiff, EveryKindOfChangeIsTold) {
    ObjectSet after = twoPictures();
    after.clips = {{7, {QStringLiteral("b.png"), kPicture, 1}}, {8, {QStringLiteral("a.png"), kPicture, 1}}};
    after.phrases = {{1, QStringLiteral("dog")}, {2, QStringLiteral("car")}};
    after.tracks.clear();
    after.tracks[{8, 2}] = {packed({0, 0, 8, 10}, 21), packed({40, 20, 5, 5}, 22)};
    after.tracks[{7, 2}] = {packed({5, 5, 8, 8}, 23)};
    const Result<DatasetDiff> diff = diffOf(twoPictures(), after);
    ASSERT_TRUE(diff) << diff.error().message;
    using Kind = ObjectChange::Kind;
    EXPECT_EQ(diff->count(Kind::Added), 1);
    EXPECT_EQ(diff->count(Kind::Removed), 1);
    EXPECT_EQ(diff->count(Kind::Changed), 1);
    EXPECT_EQ(diff->count(Kind::Relabelled), 1);
    EXPECT_EQ(diff->same, 0);
    for (const ObjectChange& change : diff->changes) {
        switch (change.kind) {
        case Kind::Added:
            EXPECT_EQ(change.afterId, 22);
            EXPECT_EQ(change.box, QRectF(40, 20, 5, 5));
            break;
        case Kind::Removed:
            EXPECT_EQ(change.beforeId, 12);
            break;
        case Kind::Changed:
            EXPECT_EQ(change.beforeId, 11);
            EXPECT_EQ(change.afterId, 21);
            EXPECT_NEAR(change.iou, 0.8, 1e-12);
            break;
        case Kind::Relabelled:
            EXPECT_EQ(change.before + QLatin1Char('>') + change.after, QStringLiteral("dog>car"));
            EXPECT_EQ(change.iou, 1);
            break;
        }
    }
}

TEST(DatasetDiff, PicturesThatOneSideLacksAreLeftOutAndCounted) {
    ObjectSet after = twoPictures();
    after.clips.erase(2);
    after.tracks.erase({2, 6});
    const Result<DatasetDiff> diff = diffOf(twoPictures(), after);
    ASSERT_TRUE(diff);
    EXPECT_TRUE(diff->changes.empty());
    EXPECT_EQ(diff->pictures, 1);
    ASSERT_EQ(diff->warnings.size(), 1);
    EXPECT_TRUE(diff->warnings.front().startsWith(QStringLiteral("1 pictures are only in the first")));
    after.clips.at(1).size = {1, 1};
    const Result<DatasetDiff> refused = diffOf(twoPictures(), after);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("day/a.png"), std::string::npos);
}

TEST(DatasetDiff, CanBeStopped) {
    const Result<DatasetDiff> diff =
        diffOf(twoPictures(), twoPictures(), [](std::size_t, std::size_t) { return false; });
    ASSERT_FALSE(diff);
    EXPECT_EQ(diff.error().code, ErrorCode::Cancelled);
}

TEST(DatasetDiff, AgreementIsTheBestIouWithinTheClass) {
    ObjectSet other = twoPictures();
    other.tracks[{1, 5}] = {packed({0, 0, 5, 10}, 21)};
    other.tracks[{2, 6}].clear();
    other.tracks[{2, 5}] = {packed({5, 5, 8, 8}, 22)};
    const auto agreement = agreementOf(twoPictures(), other);
    ASSERT_TRUE(agreement);
    EXPECT_EQ(*agreement, (std::map<qint64, double>{{11, 0.5}, {12, 0}, {13, 0}}));
}

} // namespace
} // namespace core
