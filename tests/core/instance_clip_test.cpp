// SPDX-License-Identifier: Apache-2.0
#include "core/formats/instance_clip.h"

#include "tests/core/mask_random.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

#include <algorithm>

namespace core {
namespace {

InstanceClip sample() {
    InstanceClip clip;
    clip.size = {40, 30};
    InstanceClip::Instance one;
    one.label.name = QStringLiteral("Bierdeckel “rund”");
    one.label.color = QColor(Qt::red);
    one.label.phrases = {QStringLiteral("coaster"), QStringLiteral("beer mat")};
    one.label.attributes = {
        {{}, QStringLiteral("wet"), AttributeType::Bool, {}},
        {{}, QStringLiteral("brand"), AttributeType::Choice, {QStringLiteral("a"), QStringLiteral("b")}}};
    one.attributes = {{QStringLiteral("brand"), QStringLiteral("b")}};
    one.annotation.fields.crowd = true;
    one.annotation.model = QStringLiteral("pocket");
    one.annotation.mask = Mask::fromRect({3, 4, 10, 8}).subtracted(Mask::fromRect({5, 6, 2, 2}));
    one.annotation.touched = Mask::fromRect({3, 4, 2, 2});
    one.annotation.fields.state = State::Fixed;
    one.annotation.fields.z = -3;
    one.annotation.origin = Origin::Prompt;
    one.annotation.score = 0.625F;
    one.annotation.source = QStringLiteral("pocket");
    clip.instances = {one, one};
    clip.instances[1].annotation.mask = Mask::fromRect({39, 29, 1, 1});
    return clip;
}

TEST(InstanceClip, everythingComesBack) {
    const InstanceClip clip = sample();
    const auto read = clipFromText(clipText(clip));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->size, clip.size);
    ASSERT_EQ(read->instances.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(read->instances[i].annotation, clip.instances[i].annotation);
        EXPECT_EQ(read->instances[i].label, clip.instances[i].label);
        EXPECT_EQ(read->instances[i].attributes, clip.instances[i].attributes);
    }
}

TEST(InstanceClip, foreignTextIsOneSentence) {
    for (const QByteArray& text :
         {QByteArray(), QByteArray("hello"), QByteArray("[1,2]"), QByteArray("{}"), QByteArray(100'000, '['),
          QByteArray("{\"kind\":\"maskwright instances\",\"version\":99}"),
          QByteArray("{\"kind\":\"maskwright instances\",\"version\":1}"),
          QByteArray("{\"kind\":\"maskwright instances\",\"version\":1,\"width\":-3,\"height\":9}"),
          QByteArray("{\"kind\":\"maskwright instances\",\"version\":1,\"width\":1e300,\"height\":9}"),
          QByteArray("{\"kind\":\"maskwright instances\",\"version\":1,\"width\":9,\"height\":9,"
                     "\"instances\":[{\"mask\":\"zzzz~~\"}]}"),
          QByteArray("{\"kind\":\"maskwright instances\",\"version\":1,\"width\":9,\"height\":9,"
                     "\"instances\":[7]}")}) {
        const auto read = clipFromText(text);
        ASSERT_FALSE(read) << text.left(80).toStdString();
        const QString message = QString::fromStdString(read.error().message);
        EXPECT_TRUE(message.endsWith(QLatin1Char('.')) && message.count(QLatin1String(". ")) == 0)
            << read.error().message;
    }
}

TEST(InstanceClip, brokenBytesNeverCrash) {
    std::mt19937 random(51);
    const QByteArray good = clipText(sample());
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        QByteArray text = good;
        for (unsigned n = 1 + random() % 4; n > 0; --n)
            text[qsizetype(random() % unsigned(text.size()))] = char(random());
        if (random() % 5 == 0)
            text.truncate(qsizetype(random() % unsigned(text.size())));
        refused += !clipFromText(text);
    }
    EXPECT_GT(refused, 500);
}

TEST(InstanceClip, fewBytesCannotAskForGigabytes) {
    InstanceClip clip;
    clip.size = {4000, 1'000'000};
    clip.instances.resize(1);
    clip.instances[0].annotation.mask = Mask::fromRect({0, 0, 2000, 1'000'000});
    const QByteArray one = clipText(clip);
    QJsonObject root = QJsonDocument::fromJson(one).object();
    const QString key = QStringLiteral("instances");
    QJsonArray many;
    for (int i = 0; i < 200; ++i)
        many.append(root[key].toArray().first());
    root[key] = many;
    ASSERT_TRUE(clipFromText(one));
    const auto read = clipFromText(QJsonDocument(root).toJson());
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message.find("too many"), std::string::npos);
}

} // namespace
} // namespace core
