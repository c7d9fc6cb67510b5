// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gui/window_fixture.h"

#include "gui/commands/file_commands.h"
#include "gui/session/edits.h"
#include "tests/support/slowdown.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QPainter>
#include <QTest>

namespace test {

QImage paintedPicture(QSize size, int seed) {
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient ground(0, 0, size.width(), size.height());
    ground.setColorAt(0, QColor::fromHsv((seed * 67) % 360, 60, 200));
    ground.setColorAt(1, QColor::fromHsv((seed * 67 + 40) % 360, 90, 110));
    painter.fillRect(image.rect(), ground);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 6; ++i) {
        painter.setBrush(QColor::fromHsv((seed * 31 + i * 55) % 360, 170, 220));
        const double r = size.height() * (0.07 + 0.015 * i);
        painter.drawEllipse(QPointF(size.width() * (0.15 + 0.14 * i), size.height() * (0.3 + 0.4 * (i % 2))),
                            r, r);
    }
    return image;
}

void WindowFixture::SetUp() {
    ASSERT_TRUE(folder.isValid());
    settings =
        std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    window = std::make_unique<gui::MainWindow>(service, *settings);
    window->resize(1200, 800);
    window->show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
}

void WindowFixture::openPictures(int count, QSize size) {
    const QString pictures = folder.filePath(QStringLiteral("pictures"));
    ASSERT_TRUE(QDir().mkpath(pictures));
    for (int i = 0; i < count; ++i) {
        ASSERT_TRUE(
            paintedPicture(size, i).save(QDir(pictures).filePath(QStringLiteral("img%1.png").arg(i + 1))));
    }
    window->files().openFolder(pictures);
    ASSERT_NE(session().project(), nullptr) << "the folder did not open";
    ASSERT_TRUE(waitFor([this] { return !session().picture().image.isNull(); }));
    canvas().setFocus();
    QApplication::processEvents();
}

bool WindowFixture::waitFor(const std::function<bool()>& done) {
    QElapsedTimer timer;
    timer.start();
    while (!done() && double(timer.elapsed()) < 20'000 * kSlowdown) {
        QTest::qWait(2);
    }
    return done();
}

core::AnnotationId WindowFixture::addMask(const core::Mask& mask, const QString& label) {
    core::Edit edit;
    edit.image = session().image();
    const core::LabelId id = gui::edits::labelFor(project(), label, edit);
    core::Edit add = gui::edits::add(project(), session().image(), id, mask, {});
    edit.changes.insert(edit.changes.end(), add.changes.begin(), add.changes.end());
    const auto made = std::get<core::AddAnnotation>(edit.changes.back()).annotation.id;
    session().commit(std::move(edit));
    return made;
}

QPoint WindowFixture::at(double x, double y) {
    return canvas().toView({x, y}).toPoint();
}

void WindowFixture::press(double x, double y, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
    m_held |= button;
    const QPoint p = at(x, y);
    QMouseEvent event(QEvent::MouseButtonPress, p, canvas().mapToGlobal(p), button, m_held, modifiers);
    QApplication::sendEvent(&canvas(), &event);
}

void WindowFixture::moveTo(double x, double y, Qt::KeyboardModifiers modifiers) {
    const QPoint p = at(x, y);
    QMouseEvent event(QEvent::MouseMove, p, canvas().mapToGlobal(p), Qt::NoButton, m_held, modifiers);
    QApplication::sendEvent(&canvas(), &event);
}

void WindowFixture::release(double x, double y, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
    m_held &= ~Qt::MouseButtons(button);
    const QPoint p = at(x, y);
    QMouseEvent event(QEvent::MouseButtonRelease, p, canvas().mapToGlobal(p), button, m_held, modifiers);
    QApplication::sendEvent(&canvas(), &event);
}

void WindowFixture::click(double x, double y, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
    moveTo(x, y, modifiers);
    press(x, y, button, modifiers);
    release(x, y, button, modifiers);
}

void WindowFixture::drag(QPointF from, QPointF to, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) {
    moveTo(from.x(), from.y(), modifiers);
    press(from.x(), from.y(), button, modifiers);
    for (int i = 1; i <= 8; ++i) {
        const QPointF p = from + (to - from) * (i / 8.0);
        moveTo(p.x(), p.y(), modifiers);
    }
    release(to.x(), to.y(), button, modifiers);
}

void WindowFixture::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(&canvas(), key, modifiers);
}

} // namespace test
