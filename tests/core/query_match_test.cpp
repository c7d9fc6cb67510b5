// SPDX-License-Identifier: Apache-2.0
#include "core/query/query_match.h"

#include "core/project/history.h"
#include "core/query/statistics.h"
#include "core/store/project_store.h"

#include "tests/support/core/temp_project.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

namespace core {
namespace {

/// Three images: a car and a scored person, a car with an attribute, none.
class QueryMatch : public testing::Test {
protected:
    QueryMatch() {
        Project& project = m_project->project();
        m_car = {project.newLabelId(), QStringLiteral("car"), Qt::red, {}, 0};
        m_car.attributes = {{project.newAttributeId(), QStringLiteral("broken"), AttributeType::Bool},
                            {project.newAttributeId(), QStringLiteral("fill"), AttributeType::Number}};
        m_person = {project.newLabelId(), QStringLiteral("Person"), Qt::blue, {}, 1};
        Edit edit{{}, {}, {}, {SetLabel{{}, m_car}, SetLabel{{}, m_person}}};
        for (const char* name : {"street/one.png", "street/two.png", "yard/three.png"}) {
            const ImageInfo image{project.newImageId(), QString::fromLatin1(name), QSize(100, 80), {}, false};
            m_images.push_back(image.id);
            edit.changes.emplace_back(SetImage{{}, image});
        }
        Annotation car = annotation(0, m_car.id, Mask::fromRect({0, 0, 10, 10}));
        car.fields.z = 4;
        Annotation person = annotation(
            0, m_person.id, Mask::fromRect({50, 40, 20, 5}).subtracted(Mask::fromRect({55, 42, 1, 1})));
        person.origin = Origin::Run;
        person.score = 0.3F;
        person.source = QStringLiteral("a person");
        person.model = QStringLiteral("pocket");
        person.fields.state = State::Auto;
        person.fields.crowd = true;
        person.fields.group = {77};
        Annotation broken =
            annotation(1, m_car.id, Mask::fromRect({0, 0, 4, 4}).united(Mask::fromRect({20, 20, 4, 4})));
        broken.touched = Mask::fromRect({0, 0, 4, 4});
        broken.effort = {1000, 12'500, 7};
        broken.fields.locked = true;
        broken.fields.attributes = {{m_car.attributes[0].id, QStringLiteral("yes")},
                                    {m_car.attributes[1].id, QStringLiteral("0.75")}};
        for (const Annotation& added : {car, person, broken}) {
            m_ids.push_back(added.id);
            edit.changes.emplace_back(AddAnnotation{added});
        }
        m_project->history().commit(std::move(edit));
        EXPECT_TRUE(m_project->flush());
        Result<ProjectStore> store = ProjectStore::open(m_project.file(), ProjectStore::Mode::ReadOnly);
        EXPECT_TRUE(m_index.load(store->database()));
        m_context = {project.labels(), project.images()};
    }

    Annotation annotation(int image, LabelId label, const Mask& mask) {
        Annotation made;
        made.id = m_project->project().newAnnotationId();
        made.image = m_images[std::size_t(image)];
        made.fields.label = label;
        made.mask = mask;
        return made;
    }

    /// The places of what was found: instances, then images, such as "02 01".
    std::string found(const char* text) {
        const Result<Query> query = parseQuery(QString::fromUtf8(text));
        EXPECT_TRUE(query) << text << ": " << query.error().message;
        const Result<QueryMatcher> matcher = QueryMatcher::make(*query, m_index, m_context);
        EXPECT_TRUE(matcher) << text << ": " << matcher.error().message;
        if (!matcher)
            return {};
        const QueryMatches matches = matcher->run();
        std::string result;
        for (const AnnotationId id : matches.instances)
            result += std::to_string(std::find(m_ids.begin(), m_ids.end(), id) - m_ids.begin());
        result += ' ';
        for (const ImageId id : matches.images)
            result += std::to_string(std::find(m_images.begin(), m_images.end(), id) - m_images.begin());
        return result;
    }

    TempProject m_project;
    Label m_car, m_person;
    std::vector<ImageId> m_images;
    std::vector<AnnotationId> m_ids;
    InstanceIndex m_index;
    QueryContext m_context;
};

} // namespace

TEST_F(QueryMatch, everyFieldFindsWhatItMeans) {
    const std::pair<const char*, const char*> cases[] = {
        {"class:car", "02 01"},
        {"class:per", "1 0"},
        {"class:c*,person", "012 01"},
        {"state:auto", "1 0"},
        {"state:accepted", "02 01"},
        {"origin:run", "1 0"},
        {"score:<0.5", "1 0"},
        {"score:30%", "1 0"},
        {"area:100", "0 0"},
        {"area:>32", "01 0"},
        {"width:>=20 height:5", "1 0"},
        {"left:>0", "1 0"},
        {"top:40", "1 0"},
        {"aspect:>2", "1 0"},
        {"size:24", "2 1"},
        {"x:60%", "1 0"},
        {"x:<20% y:<0.2", "02 01"},
        {"parts:>1", "2 1"},
        {"hole:>0", "1 0"},
        {"byhand:0.5", "2 1"},
        {"prompt:person", "1 0"},
        {"model:/^poc/", "1 0"},
        {"locked:yes", "2 1"},
        {"hidden:no", "012 01"},
        {"crowd:yes", "1 0"},
        {"z:4", "0 0"},
        {"group:77", "1 0"},
        {"seconds:12.5", "2 1"},
        {"actions:>5", "2 1"},
        {"changed:<2000-01-01 actions:>0", "2 1"},
        {"attr.broken:yes", "2 1"},
        {"attr.fill:>0.5", "2 1"},
        {"attr.fill:>0.8", " "},
        {"attr.BROKEN:no", " "},
    };
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(found(text), expected) << text;
}

TEST_F(QueryMatch, imagesAreFoundByWhatTheyAreAndWhatTheyHold) {
    EXPECT_EQ(found("name:street"), "012 01");
    EXPECT_EQ(found("name:yard"), " 2") << "an image without instances";
    EXPECT_EQ(found("three"), " 2");
    EXPECT_EQ(found("car"), "02 01") << "a plain word is a label, too";
    EXPECT_EQ(found("image:2..3"), "2 12");
    EXPECT_EQ(found("instances:0"), " 2");
    EXPECT_EQ(found("instances:2"), "01 0");
    EXPECT_EQ(found("has:person"), "01 0");
    EXPECT_EQ(found("-has:person"), "2 12");
    EXPECT_EQ(found("reviewed:no class:car"), "02 01");
    EXPECT_EQ(found("reviewed:yes"), " ");
}

TEST_F(QueryMatch, joinsAreThoseOfLogic) {
    EXPECT_EQ(found("class:car area:>50"), "0 0");
    EXPECT_EQ(found("-class:car"), "1 02");
    EXPECT_EQ(found("area:100 or hole:>0"), "01 0");
    EXPECT_EQ(found("-(area:100 or hole:>0)"), "2 12");
    EXPECT_EQ(found("class:car (locked:yes or z:4)"), "02 01");
    const Result<Query> nothing = parseQuery({});
    EXPECT_TRUE(QueryMatcher::make(*nothing, m_index, m_context)->run().everything);
}

TEST_F(QueryMatch, tagsAreOfTheImage) {
    m_context.images[0].tags = {QStringLiteral("Night"), QStringLiteral("wet road")};
    m_context.images[2].tags = {QStringLiteral("nightly")};
    EXPECT_EQ(found("tag:night"), "01 0");
    EXPECT_EQ(found("tag:night*"), "01 02");
    EXPECT_EQ(found("tag:\"wet road\",nightly"), "01 02");
    EXPECT_EQ(found("tag:/ro.d$/"), "01 0");
    EXPECT_EQ(found("tag:none"), "2 1");
    EXPECT_EQ(found("-tag:night"), "2 12");
    EXPECT_EQ(found("tag:night class:car"), "0 0");
    EXPECT_EQ(found("tag:fog"), " ");
}

TEST_F(QueryMatch, unknownNamesAreErrorsThatNameThePlace) {
    for (const auto& [text, part] : {std::pair("area:1 class:cow", "“cow” in this project (column 8)"),
                                     {"attr.colour:red", "“colour” in this project (column 1)"}}) {
        const Query query = *parseQuery(QString::fromUtf8(text));
        const Result<QueryMatcher> matcher = QueryMatcher::make(query, m_index, m_context);
        ASSERT_FALSE(matcher) << text;
        EXPECT_EQ(matcher.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(matcher.error().message.find(part), std::string::npos) << matcher.error().message;
    }
}

TEST_F(QueryMatch, aPatternThatTakesTooLongIsAnErrorAndNotNothing) {
    ImageInfo& image = m_context.images.first();
    image.path = QString(60, QLatin1Char('a')) + QLatin1Char('!');
    m_context.labels.first().name = image.path;
    for (const char* text : {"name:/^(a+)+$/", "class:/^(a+)+$/", "/^(a+)+$/"}) {
        const Query query = *parseQuery(QString::fromUtf8(text));
        const Result<QueryMatcher> matcher = QueryMatcher::make(query, m_index, m_context);
        ASSERT_FALSE(matcher) << text;
        EXPECT_NE(matcher.error().message.find("far too long"), std::string::npos) << matcher.error().message;
    }
}

TEST_F(QueryMatch, statisticsCountWhatWasFound) {
    const auto of = [this](const char* text) {
        const Query query = *parseQuery(QString::fromUtf8(text));
        return statisticsOf(m_index, m_context,
                            QueryMatcher::make(query, m_index, m_context)->matchingRows());
    };
    const Statistics all = of("");
    EXPECT_EQ(all.instances, 3);
    EXPECT_EQ(all.images, 2);
    ASSERT_EQ(all.labels.size(), 2U);
    EXPECT_EQ(all.labels[0].name, QStringLiteral("car"));
    EXPECT_EQ(all.labels[0].instances, 2);
    EXPECT_EQ(all.labels[0].area, 132);
    EXPECT_EQ(all.labels[0].images, 2);
    EXPECT_EQ(all.together, (std::vector<qint64>{2, 1, 1, 1}));
    EXPECT_EQ(all.worked, 12.5);
    EXPECT_EQ(all.actions, 7);
    EXPECT_EQ(all.timed, 1);
    EXPECT_EQ(all.score.counts[6], 1) << "0.3, of the one that a model made";
    EXPECT_EQ(std::accumulate(all.score.counts.begin(), all.score.counts.end(), qint64(0)), 1);
    EXPECT_EQ(std::accumulate(all.area.counts.begin(), all.area.counts.end(), qint64(0)), 3);
    EXPECT_EQ(all.area.edges.size(), all.area.counts.size() + 1);
    EXPECT_LE(all.area.edges.front(), 32);
    EXPECT_GT(all.area.edges.back(), 100);
    EXPECT_EQ(std::accumulate(all.heat.begin(), all.heat.end(), qint64(0)), 3);
    // (60, 42.5) of (100, 80)
    EXPECT_EQ(all.heat[12 * Statistics::kHeatColumns + 19], 1);
    EXPECT_EQ(of("class:person").instances, 1);
    EXPECT_EQ(of("class:person area:1").labels.size(), 0U);
    EXPECT_EQ(statisticsCsv(all), "label,instances,images,mean area,seconds,actions\n"
                                  "\"car\",2,2,66,12.5,7\n\"Person\",1,1,99,0,0\nall,3,2,77,12.5,7\n");
}

} // namespace core
