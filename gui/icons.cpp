// SPDX-License-Identifier: Apache-2.0
#include "gui/icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>

#include <map>

namespace gui {
namespace {

/// A drawing on a grid of 24 x 24, written like the path data of SVG with absolute coordinates: M, L, C, Z,
/// and O (circle: centre, radius), R (rounded rectangle: x, y, width, height, radius).
QPainterPath parsed(const char* data) {
    QPainterPath path;
    const QStringList words = QString::fromLatin1(data).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int at = 0;
    const auto number = [&words, &at] { return words.value(at++).toDouble(); };
    const auto point = [&number] {
        const double x = number();
        return QPointF(x, number());
    };
    while (at < words.size()) {
        const QString& word = words[at++];
        if (word == QLatin1String("M")) {
            path.moveTo(point());
        } else if (word == QLatin1String("L")) {
            path.lineTo(point());
        } else if (word == QLatin1String("C")) {
            const QPointF a = point();
            const QPointF b = point();
            path.cubicTo(a, b, point());
        } else if (word == QLatin1String("Z")) {
            path.closeSubpath();
        } else if (word == QLatin1String("O")) {
            const QPointF centre = point();
            const double radius = number();
            path.addEllipse(centre, radius, radius);
        } else if (word == QLatin1String("R")) {
            const QPointF corner = point();
            const QPointF size = point();
            const double radius = number();
            path.addRoundedRect(QRectF(corner, QSizeF(size.x(), size.y())), radius, radius);
        }
    }
    return path;
}

const std::map<Icon, const char*>& drawings() {
    static const std::map<Icon, const char*> table{
        {Icon::Select, "M 6 3 L 6 19 L 10.5 15 L 13.5 21 L 16 19.8 L 13 14 L 19 13.5 Z"},
        {Icon::Points, "O 12 12 3 M 12 2.5 L 12 6 M 12 18 L 12 21.5 M 2.5 12 L 6 12 M 18 12 L 21.5 12"},
        {Icon::Exemplar,
         "R 3 6 13 13 1.5 M 8 6 L 8 3 L 21 3 L 21 16 L 16 16 M 6.5 12.5 L 12.5 12.5 M 9.5 9.5 L 9.5 15.5"},
        {Icon::Brush, "M 20.5 3.5 L 10.5 12.5 M 10.5 12.5 C 7 12.5 8 17.5 3.5 19 C 7 21.5 12.5 20 12.5 15 Z"},
        {Icon::Eraser, "M 9 20 L 4 15 C 3.2 14.2 3.2 13.3 4 12.5 L 12.5 4 C 13.3 3.2 14.2 3.2 15 4 L 20 9 C "
                       "20.8 9.8 20.8 10.7 20 "
                       "11.5 L 11.5 20 Z M 8 8.5 L 15.5 16 M 11.5 20 L 20 20"},
        {Icon::Lasso,
         "M 7 17 C 1 15 2 4 12 4 C 22 4 23 15 13 16 C 9 16.4 6 15.5 5 17.5 C 4.4 19 6 20 5 21.5"},
        {Icon::Polygon, "M 5 8 L 13 4 L 20 10 L 16 20 L 6 18 Z"},
        {Icon::Rectangle, "R 4 6 16 12 1"},
        {Icon::Wand,
         "M 4 20 L 14 10 M 17 3 L 17 7 M 15 5 L 19 5 M 20 11 L 20 14 M 18.5 12.5 L 21.5 12.5 M 10 3.5 "
         "L 10 6.5 M 8.5 5 L 11.5 5"},
        {Icon::Scissors, "O 6 18 2.5 O 6 6 2.5 M 8.2 7.3 L 20 16 M 8.2 16.7 L 20 8"},
        {Icon::Cut, "M 18 3 L 6 21 M 9 5 C 4 6 3 11 5 14 M 15 19 C 20 18 21 13 19 10"},
        {Icon::Vertices,
         "R 3 15 5 5 0.5 R 16 4 5 5 0.5 R 16 15 5 5 0.5 M 8 16 L 16 8 M 18.5 9 L 18.5 15 M 8 17.5 "
         "L 16 17.5"},
        {Icon::Phrase, "O 10.5 10.5 6.5 M 15.5 15.5 L 21 21"},
        {Icon::Undo, "M 8 4 L 3.5 8.5 L 8 13 M 3.5 8.5 L 14 8.5 C 22 8.5 22 19.5 14 19.5 L 8 19.5"},
        {Icon::Redo, "M 16 4 L 20.5 8.5 L 16 13 M 20.5 8.5 L 10 8.5 C 2 8.5 2 19.5 10 19.5 L 16 19.5"},
        {Icon::OpenFolder, "M 3 19.5 L 3 5 L 9 5 L 11 8 L 21 8 L 21 19.5 Z"},
        {Icon::Images, "R 3 5 18 14 1.5 M 3 16 L 8.5 11 L 13 15 L 16 12.5 L 21 16.5 O 15.5 8.8 1.2"},
        {Icon::Fit, "M 3 8.5 L 3 3 L 8.5 3 M 15.5 3 L 21 3 L 21 8.5 M 21 15.5 L 21 21 L 15.5 21 M 8.5 21 L 3 "
                    "21 L 3 15.5 R 7.5 8.5 9 7 1"},
        {Icon::ActualSize, "M 4 8 L 6.5 6 L 6.5 18 M 15 8 L 17.5 6 L 17.5 18 O 11.5 10 0.6 O 11.5 15 0.6"},
        {Icon::ZoomIn, "O 10.5 10.5 6.5 M 15.5 15.5 L 21 21 M 7.5 10.5 L 13.5 10.5 M 10.5 7.5 L 10.5 13.5"},
        {Icon::ZoomOut, "O 10.5 10.5 6.5 M 15.5 15.5 L 21 21 M 7.5 10.5 L 13.5 10.5"},
        {Icon::Previous, "M 15 5 L 8 12 L 15 19"},
        {Icon::Next, "M 9 5 L 16 12 L 9 19"},
        {Icon::Accept, "M 4 12.5 L 9.5 18 L 20 6.5"},
        {Icon::Drop, "M 6 6 L 18 18 M 18 6 L 6 18"},
        {Icon::Stop, "R 6 6 12 12 1.5"},
        {Icon::Add, "M 12 5 L 12 19 M 5 12 L 19 12"},
        {Icon::Trash, "M 4 6.5 L 20 6.5 M 9 6.5 L 9 4 L 15 4 L 15 6.5 M 6 6.5 L 7 20 L 17 20 L 18 6.5 M 10 "
                      "10.5 L 10 16.5 M 14 10.5 L 14 16.5"},
        {Icon::Eye, "M 2 12 C 7 4 17 4 22 12 C 17 20 7 20 2 12 Z O 12 12 3"},
        {Icon::EyeOff, "M 2 12 C 7 4 17 4 22 12 C 17 20 7 20 2 12 Z M 4 20 L 20 4"},
        {Icon::Lock, "R 5 11 14 9.5 1.5 M 8 11 L 8 8 C 8 2.5 16 2.5 16 8 L 16 11"},
        {Icon::Unlock, "R 5 11 14 9.5 1.5 M 8 11 L 8 8 C 8 2.5 15 2 16 6.5"},
        {Icon::Import,
         "M 12 3 L 12 14.5 M 7.5 10.5 L 12 15 L 16.5 10.5 M 3.5 15 L 3.5 20.5 L 20.5 20.5 L 20.5 15"},
        {Icon::Export,
         "M 12 15 L 12 3.5 M 7.5 8 L 12 3.5 L 16.5 8 M 3.5 15 L 3.5 20.5 L 20.5 20.5 L 20.5 15"},
        {Icon::Model, "R 6.5 6.5 11 11 1.5 M 10 3 L 10 6.5 M 14 3 L 14 6.5 M 10 17.5 L 10 21 M 14 17.5 L 14 "
                      "21 M 3 10 L 6.5 10 "
                      "M 3 14 L 6.5 14 M 17.5 10 L 21 10 M 17.5 14 L 21 14"},
        {Icon::Help, "O 12 12 9 M 9 9.5 C 9 5.5 15 5.5 15 9.5 C 15 12 12 12 12 14.5 O 12 17.3 0.5"},
    };
    return table;
}

class LineIconEngine : public QIconEngine {
public:
    explicit LineIconEngine(Icon name) : m_path(parsed(drawings().at(name))) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QPalette palette = QApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor color =
            palette.color(group, mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 24.0, rect.height() / 24.0);
        painter->setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(m_path);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIconEngine(*this); }

private:
    QPainterPath m_path;
};

class SwatchEngine : public QIconEngine {
public:
    explicit SwatchEngine(const QColor& color) : m_color(color) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
        painter->fillRect(rect, m_color);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode, QIcon::State) override {
        QPixmap pixmap(size);
        pixmap.fill(m_color);
        return pixmap;
    }

    QIconEngine* clone() const override { return new SwatchEngine(*this); }

private:
    QColor m_color;
};

} // namespace

QIcon icon(Icon name) {
    return name == Icon::None ? QIcon() : QIcon(new LineIconEngine(name));
}

QIcon swatch(const QColor& color) {
    return QIcon(new SwatchEngine(color));
}

} // namespace gui
