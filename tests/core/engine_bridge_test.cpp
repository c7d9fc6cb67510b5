// SPDX-License-Identifier: Apache-2.0
#include "core/engine/engine_bridge.h"
#include "core/engine/session_shelf.h"

#include "../support/core/color_engine.h"
#include "../support/core/scripted_engine.h"

#include <QPainter>

#include <gtest/gtest.h>

namespace core {
namespace {

std::unique_ptr<EnginePort> scriptedEngine(EngineScript& script) {
    auto engine = scriptedFactory(script)(QStringLiteral("toy"), {});
    return engine ? std::move(*engine) : nullptr;
}

std::unique_ptr<SessionPort> scriptedSession(EngineScript& script, EnginePort& engine) {
    script.encodeSteps = 1;
    const LoadedImage image = scriptedImage(1, "a");
    const auto pixels = EngineImage::from(image.image);
    auto session = engine.openImage(pixels->view(), image.hash.toHex().toStdString());
    return session ? std::move(*session) : nullptr;
}

inference::MaskLogits ramp(int width, int height, std::vector<float> values) {
    return {width, height, std::make_shared<const std::vector<float>>(std::move(values))};
}

TEST(EngineImage, HandsOverRedGreenBlueWhateverTheFormat) {
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(qRgb(10, 20, 30));
    image.setPixel(2, 1, qRgb(200, 100, 50));
    for (const auto format : {QImage::Format_RGB32, QImage::Format_RGB888, QImage::Format_RGBX8888,
                              QImage::Format_ARGB32, QImage::Format_RGB16}) {
        const auto pixels = EngineImage::from(image.convertToFormat(format));
        ASSERT_TRUE(pixels);
        const inference::ImageView view = pixels->view();
        EXPECT_EQ(view.width, 3);
        EXPECT_EQ(view.height, 2);
        const std::uint8_t* last = view.data + view.bytesPerLine + 2 * view.channels;
        EXPECT_NEAR(last[0], 200, 8) << format; // RGB16 keeps five bits
        EXPECT_NEAR(last[1], 100, 8) << format;
        EXPECT_NEAR(last[2], 50, 8) << format;
    }
}

TEST(EngineImage, DoesNotCopyPixelsThatAlreadyFit) {
    const QImage image(5, 4, QImage::Format_RGB888);
    const auto pixels = EngineImage::from(image);
    ASSERT_TRUE(pixels);
    EXPECT_EQ(pixels->view().data, image.constBits());
    EXPECT_EQ(pixels->view().bytesPerLine, 16) << "rows are padded to four bytes";
}

TEST(EngineImage, RefusesAnImageWithoutPixels) {
    const auto pixels = EngineImage::from(QImage());
    ASSERT_FALSE(pixels);
    EXPECT_EQ(pixels.error().code, ErrorCode::InvalidArgument);
}

TEST(EngineBridge, ConceptPromptKeepsBoxesHalfOpenAndTidiesThePhrase) {
    ConceptQuery query;
    query.text = QStringLiteral("  red \t disc ");
    query.boxes = {{QRectF(10, 20, 30, 40), true}, {QRectF(-5, 0.5, 6, 7), false}};
    const inference::ConceptPrompt prompt = toPrompt(query);
    EXPECT_EQ(prompt.text, "red disc");
    ASSERT_EQ(prompt.boxes.size(), 2U);
    EXPECT_FLOAT_EQ(prompt.boxes[0].box.x1, 40);
    EXPECT_FLOAT_EQ(prompt.boxes[0].box.y1, 60);
    EXPECT_TRUE(prompt.boxes[0].positive);
    EXPECT_FLOAT_EQ(prompt.boxes[1].box.x0, -5);
    EXPECT_FALSE(prompt.boxes[1].positive);
}

TEST(EngineBridge, OnlyOneClickAloneAsksForThreeMasks) {
    ShapeQuery click;
    click.points = {{QPointF(3, 4), true}};
    EXPECT_TRUE(toPrompt(click, 4).multimask);
    ShapeQuery two = click;
    two.points.append({QPointF(5, 6), false});
    EXPECT_FALSE(toPrompt(two, 4).multimask);
    ShapeQuery boxed = click;
    boxed.box = QRectF(0, 0, 5, 5);
    EXPECT_FALSE(toPrompt(boxed, 4).multimask);
    ShapeQuery refined = click;
    refined.previous = {QSize(4, 4), std::make_shared<const std::vector<float>>(16, 1.0F)};
    EXPECT_FALSE(toPrompt(refined, 4).multimask);
    EXPECT_EQ(toPrompt(refined, 4).mask->values, refined.previous.values) << "shared, not copied";
}

TEST(EngineBridge, PreviousAnswerOfAnotherModelIsLeftOut) {
    ShapeQuery query;
    query.points = {{QPointF(3, 4), true}};
    query.previous = {QSize(4, 4), std::make_shared<const std::vector<float>>(16, 1.0F)};
    const inference::InstancePrompt prompt = toPrompt(query, 8);
    EXPECT_FALSE(prompt.mask.has_value());
    EXPECT_TRUE(prompt.multimask);
}

TEST(EngineBridge, ShapeBoxCoversTheCellsAboveZero) {
    inference::MaskCandidate mask;
    mask.iou = 0.75F;
    mask.mask = ramp(4, 2, {-1, -1, -1, -1, 0, 2, 3, -1});
    mask.promptMask = ramp(4, 2, std::vector<float>(8, -3));
    const Candidate candidate = toCandidate(mask, QSize(40, 10));
    EXPECT_EQ(candidate.box, QRectF(10, 5, 20, 5));
    EXPECT_FLOAT_EQ(candidate.score, 0.75F);
    EXPECT_EQ(candidate.promptLogits.values, mask.promptMask.values);
    mask.mask = ramp(2, 1, {0, -1});
    EXPECT_TRUE(toCandidate(mask, QSize(40, 10)).box.isEmpty());
}

TEST(EngineBridge, SentencesAreNeverEmptyAndEndOnce) {
    EXPECT_EQ(toSentence({ErrorCode::Io, "No such file"}), QStringLiteral("No such file."));
    EXPECT_EQ(toSentence({ErrorCode::Io, "No such file.\n"}), QStringLiteral("No such file."));
    EXPECT_TRUE(toSentence({ErrorCode::OutOfMemory, ""}).contains(QStringLiteral("memory")));
    EXPECT_FALSE(toSentence({ErrorCode::Internal, " "}).isEmpty());
}

TEST(EngineBridge, ConceptCandidatesComeByFallingScore) {
    EngineScript script;
    const auto engine = scriptedEngine(script);
    const auto session = scriptedSession(script, *engine);
    ConceptQuery query;
    query.text = QStringLiteral("cat");
    const auto found = segmentConcept(*session, query, 0.05F, {});
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 2);
    EXPECT_FLOAT_EQ(found->at(0).score, 0.9F);
    EXPECT_EQ(found->at(0).box, QRectF(QPointF(1, 2), QPointF(3, 4)));
    query.text = QStringLiteral("   ");
    const auto empty = segmentConcept(*session, query, 0.05F, {});
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().code, ErrorCode::InvalidArgument);
}

TEST(EngineBridge, WhatTwoPhrasesFindIsOneCandidateWithTheBetterScore) {
    QImage picture(60, 40, QImage::Format_RGB888);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.fillRect(QRect(2, 3, 10, 8), Qt::red);
    painter.fillRect(QRect(30, 5, 6, 6), Qt::red);
    painter.fillRect(QRect(8, 20, 9, 9), Qt::blue);
    painter.end();
    ColorEngine engine;
    inference::ImageView view;
    view.data = picture.constBits();
    view.width = picture.width();
    view.height = picture.height();
    view.bytesPerLine = picture.bytesPerLine();
    view.channels = 3;
    const auto session = engine.openImage(view, {});
    ASSERT_TRUE(session);
    ConceptQuery query;
    query.text = QStringLiteral("red 0.4");
    query.synonyms = {QStringLiteral("blue 0.7"), QStringLiteral("red 0.6"), QStringLiteral("red 0.5")};
    const auto found = segmentConcept(**session, query, 0.05F, {});
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_EQ(found->size(), 3) << "one blue, two red";
    EXPECT_FLOAT_EQ(found->at(0).score, 0.7F);
    EXPECT_FLOAT_EQ(found->at(1).score, 0.6F);
    EXPECT_FLOAT_EQ(found->at(2).score, 0.6F);
}

TEST(EngineBridge, OneClickGivesThreeShapesBestFirst) {
    EngineScript script;
    const auto engine = scriptedEngine(script);
    const auto session = scriptedSession(script, *engine);
    ShapeQuery query;
    query.points = {{QPointF(3, 4), true}};
    const auto found = segmentShape(*session, query, script.maskSize, {});
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 3);
    EXPECT_FLOAT_EQ(found->at(0).score, 0.9F);
    EXPECT_FLOAT_EQ(found->at(2).score, 0.5F);
    EXPECT_EQ(script.instancePrompts().size(), 1U);
}

TEST(EngineBridge, SingleAnswerLeadsItsAlternativesWhenTheyAreCheap) {
    EngineScript script;
    const auto engine = scriptedEngine(script);
    const auto session = scriptedSession(script, *engine);
    ShapeQuery query;
    query.points = {{QPointF(3, 4), true}, {QPointF(5, 6), false}};
    const auto quick = segmentShape(*session, query, script.maskSize, {});
    ASSERT_TRUE(quick);
    ASSERT_EQ(quick->size(), 3);
    EXPECT_FLOAT_EQ(quick->at(0).score, 0.8F) << "the stability rule's choice, though another scores higher";
    EXPECT_FLOAT_EQ(quick->at(1).score, 0.9F);
    script.step = std::chrono::milliseconds(80);
    const auto slow = segmentShape(*session, query, script.maskSize, {});
    ASSERT_TRUE(slow);
    EXPECT_EQ(slow->size(), 1);
    EXPECT_FALSE(segmentShape(*session, {}, script.maskSize, {}).has_value());
}

TEST(SessionShelf, OpensAnImageOnceAndAgainWhenItsContentChanged) {
    EngineScript script;
    const auto engine = scriptedEngine(script);
    SessionShelf shelf(2);
    const SessionPort* first = &shelf.borrow(*engine, scriptedImage(1, "a"))->session();
    EXPECT_EQ(&shelf.borrow(*engine, scriptedImage(1, "a"))->session(), first);
    EXPECT_EQ(script.count("open a"), 1);
    EXPECT_TRUE(shelf.borrow(*engine, scriptedImage(1, "b")));
    EXPECT_EQ(script.count("open b"), 1);
    EXPECT_EQ(shelf.size(), 1U) << "the old content is of no use";
}

TEST(SessionShelf, DropsTheOldestButNeverOneInUse) {
    EngineScript script;
    const auto engine = scriptedEngine(script);
    SessionShelf shelf(2);
    const auto loan = shelf.borrow(*engine, scriptedImage(1, "a"));
    ASSERT_TRUE(loan);
    ASSERT_TRUE(shelf.borrow(*engine, scriptedImage(2, "b")));
    ASSERT_TRUE(shelf.borrow(*engine, scriptedImage(3, "c")));
    EXPECT_EQ(shelf.size(), 2U);
    ASSERT_TRUE(shelf.borrow(*engine, scriptedImage(1, "a")));
    EXPECT_EQ(script.count("open a"), 1);
    ASSERT_TRUE(shelf.borrow(*engine, scriptedImage(2, "b")));
    EXPECT_EQ(script.count("open b"), 2);
}

TEST(SessionShelf, PassesOnThatAnImageCannotBeOpened) {
    EngineScript script;
    const auto engine = scriptedEngine(script);
    SessionShelf shelf(2);
    LoadedImage empty;
    EXPECT_FALSE(shelf.borrow(*engine, empty));
    EXPECT_EQ(shelf.size(), 0U);
}

} // namespace
} // namespace core
