// SPDX-License-Identifier: Apache-2.0
#include "core/store/edit_codec.h"

#include "tests/support/core/random_edits.h"

#include <QFile>

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace core {
namespace {

void expectRoundTrip(const Mask& mask) {
    const Result<Mask> back = decodeMask(encodeMask(mask));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(*back, mask);
}

QByteArray bytes(std::initializer_list<int> values) {
    QByteArray result;
    for (const int value : values)
        result.append(static_cast<char>(value));
    return result;
}

/// A disc of about `radius` rows each side: what masks look like.
Mask disc(int radius) {
    std::vector<Mask::Span> spans;
    for (int y = -radius; y <= radius; ++y) {
        const int half = static_cast<int>(std::sqrt(radius * radius - y * y));
        spans.push_back({1000 + y, 1000 - half, 1001 + half});
    }
    return Mask::fromSpans(std::move(spans));
}

/// One edit with every kind of change and every field away from its default.
Edit everything() {
    Annotation annotation;
    annotation.id = {1};
    annotation.image = {std::numeric_limits<qint64>::max()};
    annotation.fields = {{-3}, State::Rejected,
                         -5,   true,
                         true, true,
                         {6},  {{{2}, QStringLiteral("yes")}, {{5}, QStringLiteral("ü")}}};
    annotation.origin = Origin::Import;
    annotation.score = 0.1F;
    annotation.source = QStringLiteral("model ü");
    annotation.mask = Mask::fromRect({-5, -7, 3, 2});
    annotation.touched = disc(4);
    annotation.model = QStringLiteral("pocket");
    annotation.created = -1;
    annotation.effort = {1, 2, 3};
    const Attribute attribute{{5}, QStringLiteral("size"), AttributeType::Choice, {QStringLiteral("s"), {}}};
    const Label label{{8},
                      QStringLiteral("n"),
                      QColor(1, 2, 3, 4),
                      {QStringLiteral("p"), QStringLiteral("q ü")},
                      -1,
                      {attribute, {{6}, QStringLiteral("t"), AttributeType::Text}},
                      0.25F};
    const ImageInfo image{{9},  QStringLiteral("a/b.png"), QSize(3, 4), QByteArray("\0x", 2),
                          true, {QStringLiteral("ä"), {}}};
    return {{std::numeric_limits<qint64>::min()},
            {7},
            QStringLiteral("text"),
            {AddAnnotation{annotation}, RemoveAnnotation{annotation}, SetFields{{2}, annotation.fields, {}},
             PaintMask{{3}, MaskDelta(disc(3)), MaskDelta(annotation.mask)}, SetLabel{label, std::nullopt},
             SetLabel{std::nullopt, label}, SetImage{image, image}, SetImage{std::nullopt, std::nullopt},
             SetEffort{{2}, {1, 2, 3}, {4, 5, 6}}, MoveLabel{{1}, {0}, {{3}, {4}, {900}}}}};
}

} // namespace

TEST(EditCodec, masksComeBackExactly) {
    expectRoundTrip({});
    expectRoundTrip(Mask::fromRect({0, 0, 1, 1}));
    expectRoundTrip(Mask::fromRect({-9, -9, 20, 20}));
    expectRoundTrip(Mask::fromSpans({{0, 0, 1}, {0, 2, 3}, {0, 5, 1000000}, {90000, -4, 1}}));
    expectRoundTrip(Mask::fromSpans({{-(1 << 29), -(1 << 29), 1 << 29}, {1 << 29, (1 << 29) - 1, 1 << 29}}));
    RandomEdits random(3);
    for (int i = 0; i < 500; ++i)
        expectRoundTrip(random.mask());
}

TEST(EditCodec, aSpanOfAnOrdinaryMaskTakesAboutThreeBytes) {
    const Mask mask = disc(150);
    EXPECT_LT(encodeMask(mask).size(), qsizetype(3.6 * double(mask.spans().size())));
}

TEST(EditCodec, editsComeBackExactly) {
    const Edit edit = everything();
    const Result<Edit> back = decodeEdit(encodeEdit(edit));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(*back, edit);

    RandomEdits random(5);
    Project project;
    project.setContents({}, {{{1}, {}, {}, {}, false}}, 1);
    project.setAnnotations({1}, {});
    for (int i = 0; i < 300; ++i) {
        const Edit made = random.next(project);
        EXPECT_EQ(decodeEdit(encodeEdit(made)).value(), made);
        project.apply(made);
    }
}

TEST(EditCodec, refusesEveryTruncationAndEveryExtraByte) {
    const QByteArray whole = encodeEdit(everything());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const Result<Edit> cut = decodeEdit(whole.left(size));
        ASSERT_FALSE(cut) << size;
        EXPECT_EQ(cut.error().code, ErrorCode::CorruptFile);
    }
    EXPECT_FALSE(decodeEdit(whole + 'x'));
    const QByteArray mask = encodeMask(disc(20));
    for (qsizetype size = 0; size < mask.size(); ++size)
        ASSERT_FALSE(decodeMask(mask.left(size))) << size;
    EXPECT_FALSE(decodeMask(mask + 'x'));
}

TEST(EditCodec, whatIsReadFromDamagedBytesIsStillWellFormed) {
    const QByteArray whole = encodeEdit(everything());
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray damaged = whole;
            damaged[at] = static_cast<char>(damaged.at(at) ^ (1 << bit));
            const Result<Edit> read = decodeEdit(damaged);
            if (read) {
                EXPECT_EQ(decodeEdit(encodeEdit(*read)).value(), *read);
            }
        }
    }
}

TEST(EditCodec, refusesHugeCountsWithoutAllocating) {
    const QByteArray huge = bytes({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f});
    EXPECT_FALSE(decodeMask(bytes({1}) + huge));
    EXPECT_FALSE(decodeMask(bytes({1}) + huge + QByteArray(1000, '\2')));
    EXPECT_FALSE(decodeEdit(bytes({1, 0, 0}) + huge)) << "text";
    EXPECT_FALSE(decodeEdit(bytes({1, 0, 0, 0}) + huge)) << "changes";
}

TEST(EditCodec, refusesWhatWritingNeverMakes) {
    EXPECT_TRUE(decodeMask(bytes({1, 1, 0, 0, 2})));
    EXPECT_FALSE(decodeMask(bytes({2, 1, 0, 0, 2}))) << "a newer version";
    EXPECT_FALSE(decodeMask(bytes({0, 1, 0, 0, 2})));
    EXPECT_FALSE(decodeMask(bytes({1, 1, 0, 0, 0}))) << "an empty span";
    EXPECT_FALSE(decodeMask(bytes({1, 1, 0, 0, 1}))) << "a negative length";
    EXPECT_FALSE(decodeMask(bytes({1, 2, 4, 0, 2, 1, 0, 0}))) << "a row upwards";
    EXPECT_FALSE(decodeMask(bytes({1, 0x81, 0x00, 0, 0, 2}))) << "a number in a longer form";
    EXPECT_FALSE(decodeMask(bytes({1, 1, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 0, 2})))
        << "far away";
    EXPECT_FALSE(decodeMask(bytes({1, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 2, 0, 2})))
        << "65 bits";
}

TEST(EditCodec, editsOfVersionOneAreStillRead) {
    QFile stored(QStringLiteral(TEST_DATA_DIR "/corpus/edit_codec/all_changes"));
    ASSERT_TRUE(stored.open(QIODevice::ReadOnly));
    const QByteArray old = stored.readAll();
    ASSERT_EQ(old.at(0), 1);
    const Result<Edit> read = decodeEdit(old);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_GE(read->changes.size(), 6U);
    EXPECT_GT(encodeEdit(*read).at(0), 1);
    EXPECT_EQ(decodeEdit(encodeEdit(*read)).value(), *read);
}

TEST(EditCodec, idsAndAttributesMustAscend) {
    const auto edited = [](const Change& change) { return encodeEdit({{}, {}, {}, {change}}); };
    EXPECT_TRUE(decodeEdit(edited(MoveLabel{{1}, {2}, {{5}, {7}}})));
    EXPECT_FALSE(decodeEdit(edited(MoveLabel{{1}, {2}, {{5}, {5}}})));
    EXPECT_FALSE(decodeEdit(edited(MoveLabel{{1}, {2}, {{7}, {5}}})));
    QByteArray values = encodeValues({{{1}, QStringLiteral("a")}, {{2}, QStringLiteral("b")}});
    EXPECT_EQ(decodeValues(values)->size(), 2);
    values[4] = values[1];
    EXPECT_FALSE(decodeValues(values)) << "one id twice";
    EXPECT_TRUE(decodeValues({})->isEmpty());
    EXPECT_FALSE(decodeValues("x"));
    EXPECT_FALSE(decodeAttributes("x"));
}

/// Adds the newest form to the fuzzer's seeds: WRITE_EDIT=<file> core_tests --gtest_also_run_disabled_tests
/// --gtest_filter=EditCodec.DISABLED_writeSeed
TEST(EditCodec, DISABLED_writeSeed) {
    QFile seed(qEnvironmentVariable("WRITE_EDIT"));
    ASSERT_TRUE(seed.open(QIODevice::WriteOnly));
    EXPECT_GT(seed.write(encodeEdit(everything())), 0);
}

TEST(EditCodec, aScoreThatIsNoNumberIsStoredAsZero) {
    Edit edit = everything();
    std::get<AddAnnotation>(edit.changes[0]).annotation.score = std::numeric_limits<float>::quiet_NaN();
    const Result<Edit> back = decodeEdit(encodeEdit(edit));
    ASSERT_TRUE(back);
    EXPECT_EQ(std::get<AddAnnotation>(back->changes[0]).annotation.score, 0.0F);
}

} // namespace core
