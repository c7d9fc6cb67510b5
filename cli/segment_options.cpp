// SPDX-License-Identifier: Apache-2.0
#include "cli/segment_options.h"

#include "cli/install_commands.h"
#include "core/base/data_path.h"

#include <QFileInfo>
#include <QRectF>

#include <cmath>

namespace cli {

namespace {

using core::ErrorCode;

QString text(const std::string& bytes) {
    return QString::fromLocal8Bit(bytes.data(), qsizetype(bytes.size()));
}

tl::unexpected<core::Error> misuse(const QString& sentence) {
    return core::fail(ErrorCode::InvalidArgument, sentence);
}

std::optional<double> readNumber(const QString& word) {
    bool isNumber = false;
    const double value = word.trimmed().toDouble(&isNumber);
    // Coordinates beyond this can't be pixels, and floats can't tell neighbours apart there.
    const bool sensible = isNumber && std::isfinite(value) && std::abs(value) <= 1e6;
    return sensible ? std::optional(value) : std::nullopt;
}

struct SignedNumbers {
    QList<double> numbers;
    bool positive = true;
};

/// "1,2,3,4" with an optional ",neg" or ",pos".
std::optional<SignedNumbers> readNumbers(const QString& argument, int count) {
    QStringList words = argument.split(QLatin1Char(','));
    SignedNumbers result;
    if (words.size() == count + 1) {
        const QString sign = words.takeLast().trimmed();
        if (sign != QLatin1String("neg") && sign != QLatin1String("pos")) {
            return std::nullopt;
        }
        result.positive = sign == QLatin1String("pos");
    }
    if (words.size() != count) {
        return std::nullopt;
    }
    for (const QString& word : std::as_const(words)) {
        const auto number = readNumber(word);
        if (!number) {
            return std::nullopt;
        }
        result.numbers.append(*number);
    }
    return result;
}

core::Result<core::PromptBox> readBox(const QString& argument) {
    const auto read = readNumbers(argument, 4);
    if (!read) {
        return misuse(
            QStringLiteral("--box %1 is not x0,y0,x1,y1 or x0,y0,x1,y1,neg in pixels.").arg(argument));
    }
    const QList<double>& n = read->numbers;
    if (n[0] >= n[2] || n[1] >= n[3]) {
        return misuse(QStringLiteral("--box %1 is empty or reversed; x0 must be below x1 and y0 below y1.")
                          .arg(argument));
    }
    return core::PromptBox{QRectF(QPointF(n[0], n[1]), QPointF(n[2], n[3])), read->positive};
}

core::Result<core::PromptPoint> readPoint(const QString& argument) {
    const auto read = readNumbers(argument, 2);
    if (!read) {
        return misuse(QStringLiteral("--point %1 is not x,y or x,y,neg in pixels.").arg(argument));
    }
    return core::PromptPoint{QPointF(read->numbers[0], read->numbers[1]), read->positive};
}

template <class T> bool anyPositive(const QList<T>& prompts) {
    for (const T& prompt : prompts) {
        if (prompt.positive) {
            return true;
        }
    }
    return false;
}

core::Status checkCombination(const SegmentOptions& options) {
    if (options.texts.isEmpty() && options.boxes.isEmpty() && options.points.isEmpty()) {
        return misuse(QStringLiteral("Nothing to look for; give --text, --box or --point."));
    }
    if (options.isShape()) {
        if (options.texts.size() > 1 || options.boxes.size() > 1) {
            return misuse(QStringLiteral(
                "Points outline one object; give at most one --box and one --text with them."));
        }
        if (!options.boxes.isEmpty() && !options.boxes.first().positive) {
            return misuse(
                QStringLiteral("The --box that goes with points is the object's own and can't be negative."));
        }
        if (!anyPositive(options.points) && options.boxes.isEmpty()) {
            return misuse(
                QStringLiteral("Negative points only exclude; give a positive --point or a --box too."));
        }
    } else if (options.texts.isEmpty() && !anyPositive(options.boxes)) {
        return misuse(QStringLiteral("Negative boxes only exclude; give a --text or a positive --box too."));
    }
    return {};
}

core::Status readPrompts(const SegmentArguments& arguments, SegmentOptions& options) {
    for (const std::string& argument : arguments.texts) {
        const QString phrase = text(argument).simplified();
        if (phrase.isEmpty()) {
            return misuse(
                QStringLiteral("A --text is empty; name what to look for, such as --text \"red car\"."));
        }
        if (!options.texts.contains(phrase)) {
            options.texts.append(phrase);
        }
    }
    for (const std::string& argument : arguments.boxes) {
        ASSIGN_OR_RETURN(const core::PromptBox box, readBox(text(argument)));
        options.boxes.append(box);
    }
    for (const std::string& argument : arguments.points) {
        ASSIGN_OR_RETURN(const core::PromptPoint point, readPoint(text(argument)));
        options.points.append(point);
    }
    return checkCombination(options);
}

} // namespace

core::Result<QString> modelFile(const QString& given) {
    if (given.isEmpty()) {
        const QString shipped = core::dataPath(QStringLiteral("models/pocket.safetensors"));
        if (shipped.isEmpty()) {
            return core::fail(
                ErrorCode::NotFound,
                QStringLiteral("The model that comes with the program is missing; name one with --model."));
        }
        return shipped;
    }
    return findModelFile(given);
}

core::Result<SegmentOptions> readOptions(const SegmentArguments& arguments) {
    SegmentOptions options;
    options.image = text(arguments.image);
    options.json = text(arguments.json);
    options.overlay = text(arguments.overlay);
    options.masks = text(arguments.masks);
    options.threads = arguments.threads;
    options.trace = arguments.trace;
    RETURN_IF_ERROR(readPrompts(arguments, options));
    if (!arguments.threshold.empty()) {
        const auto number = readNumber(text(arguments.threshold));
        if (!number || *number < 0 || *number > 1) {
            return misuse(
                QStringLiteral("--threshold %1 is not a number from 0 to 1.").arg(text(arguments.threshold)));
        }
        options.threshold = float(*number);
    }
    if (options.threads < 0 || options.threads > 1024) {
        return misuse(QStringLiteral("--threads %1 is not a number from 0 to 1024.").arg(options.threads));
    }
    if (!QFileInfo::exists(options.image)) {
        return misuse(QStringLiteral("There is no image file %1.").arg(options.image));
    }
    ASSIGN_OR_RETURN(options.model, modelFile(text(arguments.model)));
    return options;
}

core::Status checkInside(const SegmentOptions& options, QSize imageSize) {
    const QRectF image(QPointF(0, 0), QSizeF(imageSize));
    const QString size = QStringLiteral("%1 x %2 pixels").arg(imageSize.width()).arg(imageSize.height());
    for (const core::PromptPoint& point : options.points) {
        const QPointF at = point.position;
        if (at.x() < 0 || at.y() < 0 || at.x() >= image.right() || at.y() >= image.bottom()) {
            return misuse(QStringLiteral("The point %1,%2 lies outside the image of %3.")
                              .arg(at.x())
                              .arg(at.y())
                              .arg(size));
        }
    }
    for (const core::PromptBox& box : options.boxes) {
        if (!image.intersects(box.rect)) {
            return misuse(QStringLiteral("The box %1,%2,%3,%4 lies outside the image of %5.")
                              .arg(box.rect.left())
                              .arg(box.rect.top())
                              .arg(box.rect.right())
                              .arg(box.rect.bottom())
                              .arg(size));
        }
    }
    return {};
}

} // namespace cli
