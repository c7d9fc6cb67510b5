// SPDX-License-Identifier: Apache-2.0
// The window that a picture is shown through: for the view only, off the UI thread, read out as stored.
#include "gui/canvas/display_picture.h"
#include "gui/docks/display_dock.h"
#include "gui/status/status_line.h"

#include "tests/support/gui/window_fixture.h"

#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStatusBar>

#include <array>
#include <cmath>
#include <vector>

#include "gui/commands/file_commands.h"

namespace {

class DisplayTest : public test::WindowFixture {
protected:
    /// Two 16-bit pictures whose columns hold 1000, 1010, 1020 ...
    void openDeep() {
        const QString pictures = folder.filePath(QStringLiteral("deep"));
        ASSERT_TRUE(QDir().mkpath(pictures));
        QImage deep(300, 200, QImage::Format_Grayscale16);
        for (int y = 0; y < deep.height(); ++y) {
            auto* row = reinterpret_cast<quint16*>(deep.scanLine(y));
            for (int x = 0; x < deep.width(); ++x) {
                row[x] = quint16(1000 + 10 * x);
            }
        }
        ASSERT_TRUE(deep.save(pictures + QStringLiteral("/a.png")) &&
                    deep.save(pictures + QStringLiteral("/b.png")));
        window->files().openFolder(pictures);
        ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    }
    gui::DisplayPicture& display() { return canvas().display(); }
    int shownAt(double x, double y) {
        const QImage shot = canvas().grab().toImage();
        return qRed(shot.pixel((canvas().toView({x, y}) * canvas().devicePixelRatioF()).toPoint()));
    }
};

TEST_F(DisplayTest, AWindowChangesTheViewAndNothingElse) {
    openDeep();
    const QImage forTheModel = session().picture().image;
    const int before = shownAt(150, 100);
    core::DisplayWindow window = display().window();
    window.low = 2400;
    window.high = 2600;
    display().setWindow(window);
    ASSERT_TRUE(waitFor([&] { return shownAt(100, 100) == 0 && shownAt(200, 100) == 255; }));
    EXPECT_NE(shownAt(150, 100), 0);
    EXPECT_EQ(session().picture().image, forTheModel);
    display().reset();
    ASSERT_TRUE(waitFor([&] { return shownAt(150, 100) == before; }));
}

TEST_F(DisplayTest, TheStatusLineReadsTheStoredSample) {
    openDeep();
    moveTo(120.5, 50.5);
    const auto labels = window->statusBar()->findChildren<QLabel*>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text() == QStringLiteral("x 120  y 50  2200");
    }));
}

TEST_F(DisplayTest, TheDockSetsTheWindowAndKeepsItForTheNextImage) {
    openDeep();
    auto* dock = window->findChild<gui::DisplayDock*>();
    ASSERT_NE(dock, nullptr);
    dock->QWidget::show();
    auto boxes = dock->findChildren<QDoubleSpinBox*>();
    ASSERT_EQ(boxes.size(), 3);
    boxes[0]->setValue(1500);
    EXPECT_EQ(display().window().low, 1500);
    display().setKept(true);
    session().step(1);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    EXPECT_EQ(display().window().low, 1500);
    ASSERT_TRUE(waitFor([&] { return shownAt(45, 100) == 0; }));
    dock->findChild<QPushButton*>()->click();
    EXPECT_EQ(display().window(), session().picture().window);
    display().setKept(false);
    boxes[0]->setValue(1500);
    session().step(-1);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    EXPECT_EQ(display().window(), session().picture().window);
}

TEST_F(DisplayTest, OrdinaryPicturesTakeBrightnessAndGammaToo) {
    openPictures(1);
    const int before = shownAt(160, 10);
    core::DisplayWindow window = display().window();
    EXPECT_EQ(window.high, 255);
    window.gamma = 3;
    display().setWindow(window);
    ASSERT_TRUE(waitFor([&] { return shownAt(160, 10) > before + 10; }));
}

/// A grey TIFF of 32-bit floats, one strip, nothing compressed.
QByteArray floatTiff(int width, int height, const std::vector<float>& samples) {
    QByteArray bytes("II\x2a\0\x08\0\0\0", 8);
    const auto append = [&bytes](auto number) {
        bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    };
    const std::vector<std::array<quint32, 2>> tags{{256, quint32(width)},
                                                   {257, quint32(height)},
                                                   {258, 32},
                                                   {259, 1},
                                                   {262, 1},
                                                   {273, 8 + 2 + 10 * 12 + 4},
                                                   {277, 1},
                                                   {278, quint32(height)},
                                                   {279, quint32(samples.size() * 4)},
                                                   {339, 3}};
    append(quint16(tags.size()));
    for (const auto& [tag, value] : tags) {
        append(quint16(tag));
        append(quint16(4));
        append(quint32(1));
        append(value);
    }
    append(quint32(0));
    for (const float sample : samples) {
        append(sample);
    }
    return bytes;
}

TEST_F(DisplayTest, TheLargestNumbersThereAreHaveARange) {
    const QString pictures = folder.filePath(QStringLiteral("huge"));
    ASSERT_TRUE(QDir().mkpath(pictures));
    std::vector<float> samples(64 * 64);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i] = i % 3 == 0 ? -3e38F : i % 3 == 1 ? 3e38F : std::nanf("");
    }
    QFile file(pictures + QStringLiteral("/a.tif"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(floatTiff(64, 64, samples));
    file.close();
    window->files().openFolder(pictures);
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    ASSERT_NE(session().picture().samples, nullptr);
    const auto range = display().range();
    EXPECT_TRUE(std::isfinite(range.first) && std::isfinite(range.second));
    EXPECT_LE(range.first, -3e38F);
    EXPECT_GE(range.second, 3e38F);
    auto* dock = window->findChild<gui::DisplayDock*>();
    dock->QWidget::show();
    for (QDoubleSpinBox* box : dock->findChildren<QDoubleSpinBox*>()) {
        box->setValue(box->maximum());
        EXPECT_TRUE(std::isfinite(float(box->value())));
        box->setValue(box->minimum());
    }
    EXPECT_TRUE(std::isfinite(display().window().low) && std::isfinite(display().window().high));
    for (QSlider* slider : dock->findChildren<QSlider*>()) {
        slider->setValue(slider->maximum() / 2);
        EXPECT_EQ(slider->value(), slider->maximum() / 2);
    }
    EXPECT_NEAR(double(display().window().low), 0, 1e36);
}

} // namespace
