// SPDX-License-Identifier: Apache-2.0
#include "core/formats/import_edit.h"
#include "core/project/history.h"
#include "core/project/project.h"
#include "tests/core/formats_fixture.h"

namespace core {
namespace {

/// An empty project beside a folder of labels.
class ImportEdit : public FormatFixture {
protected:
    ImportEdit() {
        auto open = OpenProject::create(m_folder.filePath(QStringLiteral("p.maskwright")));
        EXPECT_TRUE(open);
        m_open = std::move(*open);
    }
    Project& project() { return m_open->project(); }
    ImageId addProjectImage(const QString& path, QSize size) {
        ImageInfo image;
        image.id = project().newImageId();
        image.path = path;
        image.size = size;
        Edit edit;
        edit.changes = {SetImage{std::nullopt, image}};
        m_open->history().commit(std::move(edit));
        return image.id;
    }
    static ImageInfo found(int id, const QString& path, QSize size) {
        ImageInfo image;
        image.id = ImageId{id};
        image.path = path;
        image.size = size;
        return image;
    }
    void import(const ImportedDataset& data) {
        m_open->history().commit(importEdit(*m_open, data, out(), QStringLiteral("Import")));
    }
    QList<const Annotation*> onlyImage() {
        EXPECT_TRUE(m_open->loadImage(project().images()[0].id));
        return project().annotations(project().images()[0].id);
    }
    QStringList labelNames() {
        QStringList names;
        for (const Label& label : project().labels())
            names << label.name;
        return names;
    }
    std::unique_ptr<OpenProject> m_open;
};

TEST_F(ImportEdit, PicturesOfOneNameInSeveralFoldersStayApart) {
    const ImageId one = addProjectImage(QStringLiteral("/p/cam1/0001.png"), {40, 30});
    const ImageId two = addProjectImage(QStringLiteral("/p/cam2/0001.png"), {40, 30});
    ImportedDataset data;
    data.images = {found(1, QStringLiteral("cam1/0001.png"), {40, 30}),
                   found(2, QStringLiteral("cam2/0001.png"), {40, 30}),
                   found(3, QStringLiteral("cam3/0001.png"), {40, 30})};
    data.images[0].tags = {QStringLiteral("first")};
    data.images[1].tags = {QStringLiteral("second")};
    data.images[1].reviewed = true;
    import(data);
    EXPECT_EQ(project().image(one)->tags, QStringList{QStringLiteral("first")});
    EXPECT_EQ(project().image(two)->tags, QStringList{QStringLiteral("second")});
    EXPECT_FALSE(project().image(one)->reviewed);
    EXPECT_TRUE(project().image(two)->reviewed);
    EXPECT_EQ(project().images().size(), 3) << "the third is of neither folder";
}

TEST_F(ImportEdit, APictureOfTheSameNameAndAnotherSizeIsAnother) {
    addProjectImage(QStringLiteral("/p/a.png"), {40, 30});
    const ImageId unknown = addProjectImage(QStringLiteral("/p/b.png"), {});
    const ImageId same = addProjectImage(QStringLiteral("/p/c.png"), {40, 30});
    ImportedDataset data;
    for (const char* name : {"a.png", "b.png", "c.png"}) {
        const int id = int(data.images.size()) + 1;
        const QSize size = id == 1 ? QSize(64, 64) : QSize(40, 30);
        data.images << found(id, QStringLiteral("images/train/") + QString::fromLatin1(name), size);
        data.images.last().tags = {QStringLiteral("night")};
    }
    import(data);
    EXPECT_EQ(project().images().size(), 4);
    EXPECT_TRUE(project().images()[0].tags.isEmpty());
    EXPECT_EQ(project().image(unknown)->tags.size(), 1);
    EXPECT_EQ(project().image(same)->tags.size(), 1);
}

TEST_F(ImportEdit, APictureThatIsListedTwiceIsOnePicture) {
    ImportedDataset data;
    data.images = {found(1, QStringLiteral("a.png"), {40, 30}), found(2, QStringLiteral("a.png"), {40, 30})};
    data.labels = {Label{LabelId{1}, QStringLiteral("cat"), Qt::red, {}, 0}};
    for (int i = 1; i <= 2; ++i) {
        Annotation a;
        a.id = AnnotationId{i};
        a.image = ImageId{i};
        a.fields.label = LabelId{1};
        a.mask = Mask::fromRect({i, i, 5, 5});
        data.annotations.push_back(a);
    }
    import(data);
    EXPECT_EQ(project().images().size(), 1);
    EXPECT_EQ(onlyImage().size(), 2);
}

TEST_F(ImportEdit, LabelsAreJoinedByTheirNameTheExactOneFirst) {
    ImportedDataset data;
    data.labels = {Label{LabelId{1}, QStringLiteral("Cat"), Qt::red, {}, 0},
                   Label{LabelId{2}, QStringLiteral("cat"), Qt::red, {}, 1},
                   Label{LabelId{3}, QStringLiteral("cat"), Qt::red, {}, 2}};
    data.labels[1].attributes = {{{1}, QStringLiteral("wet"), AttributeType::Bool}};
    data.labels[2].attributes = {{{2}, QStringLiteral("wet"), AttributeType::Bool},
                                 {{3}, QStringLiteral("big"), AttributeType::Bool}};
    import(data);
    EXPECT_EQ(labelNames(), (QStringList{QStringLiteral("Cat"), QStringLiteral("cat")}));
    EXPECT_EQ(project().labels().at(1).attributes.size(), 2);
    data.images = {found(1, QStringLiteral("a.png"), {40, 30})};
    Annotation a;
    a.id = AnnotationId{1};
    a.image = ImageId{1};
    a.fields.label = LabelId{3};
    a.fields.attributes = {{{2}, QStringLiteral("yes")}};
    a.mask = Mask::fromRect({1, 1, 5, 5});
    data.annotations = {a};
    import(data);
    EXPECT_EQ(labelNames().size(), 2);
    const Annotation& made = *onlyImage().front();
    EXPECT_EQ(project().label(made.fields.label)->name, QStringLiteral("cat"));
    EXPECT_EQ(made.fields.attributes.keys(), QList{project().label(made.fields.label)->attributes[0].id});
}

} // namespace
} // namespace core
