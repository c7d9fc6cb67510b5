// SPDX-License-Identifier: Apache-2.0
#include "gui/models/thumbnails.h"

#include "gui/models/thumbnail_masks.h"

#include "tests/support/gui/window_fixture.h"

#include <QFile>

namespace gui {
namespace {

core::Annotation square(const QRect& rect, qint64 label) {
    core::Annotation made;
    made.fields.label = {label};
    made.mask = core::Mask::fromRect(rect);
    return made;
}

/// What is not black in a picture of 10 x 5 pixels for an image of 100 x 50.
QRect painted(const std::vector<core::Annotation>& annotations) {
    QImage picture(10, 5, QImage::Format_RGB32);
    picture.fill(Qt::black);
    paintMasks(picture, {100, 50}, annotations, {{{1}, Qt::white}});
    QRect result;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            result = picture.pixelColor(x, y) == Qt::black ? result : result.united({x, y, 1, 1});
        }
    }
    return result;
}

} // namespace

TEST(ThumbnailMasks, CoverThePixelsWhoseCentresTheyCover) {
    EXPECT_EQ(painted({square({0, 0, 100, 50}, 1)}), QRect(0, 0, 10, 5));
    EXPECT_EQ(painted({square({20, 10, 30, 20}, 1)}), QRect(2, 1, 3, 2));
    EXPECT_EQ(painted({square({24, 14, 30, 20}, 1)}), QRect(2, 1, 3, 2)) << "less than half a pixel off";
    EXPECT_EQ(painted({square({26, 16, 30, 20}, 1)}), QRect(3, 2, 3, 2));
    EXPECT_EQ(painted({square({-50, -50, 1000, 1000}, 1)}), QRect(0, 0, 10, 5)) << "beyond the image";
    EXPECT_EQ(painted({square({41, 31, 2, 2}, 1)}), QRect(4, 3, 1, 1)) << "a dot";
    core::Annotation hidden = square({0, 0, 50, 50}, 1);
    hidden.fields.hidden = true;
    core::Annotation rejected = square({0, 0, 50, 50}, 1);
    rejected.fields.state = core::State::Rejected;
    EXPECT_EQ(painted({hidden, rejected, square({}, 1)}), QRect());
    EXPECT_EQ(painted({square({0, 0, 50, 50}, 99)}), QRect(0, 0, 5, 5)) << "of no known label";
}

class ThumbnailsTest : public test::WindowFixture {
protected:
    /// Two thirds down and across.
    QRgb pixel(Thumbnails& thumbnails) {
        const core::ImageInfo& image = *project().image(session().image());
        const QImage picture = thumbnails.of(image.id, session().openProject()->absolutePath(image.id), 1);
        return picture.isNull() ? 0 : picture.pixel(picture.width() * 2 / 3, picture.height() * 2 / 3);
    }
};

TEST_F(ThumbnailsTest, ShowTheMasksOnceTheyAreInTheFileAndNoLongerOnceTheyAreNot) {
    openPictures(2);
    Thumbnails thumbnails(session());
    ASSERT_TRUE(waitFor([&] { return pixel(thumbnails) != 0; }));
    const QRgb plain = pixel(thumbnails);
    addMask(core::Mask::fromRect({160, 120, 160, 120}));
    EXPECT_TRUE(waitFor([&] { return pixel(thumbnails) != plain; }));
    // The picture itself is not read again for that.
    ASSERT_TRUE(QFile::remove(session().openProject()->absolutePath(session().image())));
    session().undo();
    EXPECT_TRUE(waitFor([&] { return pixel(thumbnails) == plain; }));
    session().redo();
    EXPECT_TRUE(waitFor([&] { return pixel(thumbnails) != plain && pixel(thumbnails) != 0; }));
    const QRgb painted = pixel(thumbnails);
    core::Label recolored = project().labels().first();
    recolored.color = recolored.color == Qt::black ? Qt::white : Qt::black;
    session().commit(edits::setLabel(project().labels().first(), recolored));
    EXPECT_TRUE(waitFor([&] { return pixel(thumbnails) != painted; }));
}

TEST_F(ThumbnailsTest, GoWithTheProject) {
    openPictures(1);
    Thumbnails thumbnails(session());
    ASSERT_TRUE(waitFor([&] { return pixel(thumbnails) != 0; }));
    const core::ImageId image = session().image();
    const QString path = session().openProject()->absolutePath(image);
    const QString file = session().openProject()->file();
    session().setProject(nullptr);
    EXPECT_TRUE(thumbnails.of(image, path, 1).isNull());
    EXPECT_FALSE(QFile::exists(file + QStringLiteral("-wal"))) << "no reader is left at the file";
}

} // namespace gui
