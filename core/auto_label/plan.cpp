// SPDX-License-Identifier: Apache-2.0
#include "core/auto_label/plan.h"

#include "core/formats/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <string>
#include <utility>

namespace core {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDeepest = 16; // a plan has 5 levels
constexpr int kMostClasses = 10'000;
constexpr int kMostPhrases = 100;
constexpr qsizetype kLongestText = 500;
constexpr int kSmallestTile = 64;
constexpr int kLargestTile = 65'536;

constexpr std::array kBetween{std::pair("allow", BetweenClasses::Allow),
                              std::pair("best-score", BetweenClasses::BestScore),
                              std::pair("first-class", BetweenClasses::FirstClass)};
constexpr std::array kWrite{std::pair("add", WritePolicy::Add),
                            std::pair("fill-empty", WritePolicy::FillEmpty),
                            std::pair("replace-auto", WritePolicy::ReplaceAuto)};

tl::unexpected<Error> wrong(const QString& where, const QString& what) {
    return fail(ErrorCode::InvalidArgument, QStringLiteral("In the plan, %1 %2.").arg(where, what));
}

Status onlyKeys(const Json& object, const QString& where, std::initializer_list<const char*> known) {
    if (!object.is_object()) {
        return wrong(where, QStringLiteral("must be an object in braces"));
    }
    for (const auto& [key, value] : object.items()) {
        if (std::none_of(known.begin(), known.end(),
                         [&given = key](const char* name) { return given == name; })) {
            QStringList names;
            for (const char* name : known) {
                names.append(QString::fromLatin1(name));
            }
            return wrong(where, QStringLiteral("has the key “%1”, which is not one of %2")
                                    .arg(QString::fromStdString(key), names.join(QStringLiteral(", "))));
        }
    }
    return {};
}

Result<double> number(const Json& object, const char* key, double fallback, double least, double most) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return fallback;
    }
    const double value = found->is_number() ? found->get<double>() : std::nan("");
    if (!(value >= least && value <= most)) {
        return wrong(QStringLiteral("“%1”").arg(QLatin1String(key)),
                     QStringLiteral("must be a number from %1 to %2").arg(least).arg(most));
    }
    return value;
}

template <class Choice, std::size_t N>
Result<Choice> choice(const Json& object, const char* key,
                      const std::array<std::pair<const char*, Choice>, N>& table) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return table.front().second;
    }
    QStringList names;
    for (const auto& [name, value] : table) {
        if (found->is_string() && found->template get<std::string>() == name) {
            return value;
        }
        names.append(QString::fromLatin1(name));
    }
    return wrong(QStringLiteral("“%1”").arg(QLatin1String(key)),
                 QStringLiteral("must be one of %1").arg(names.join(QStringLiteral(", "))));
}

template <class Choice, std::size_t N>
const char* nameIn(const std::array<std::pair<const char*, Choice>, N>& table, Choice value) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [value](const auto& entry) { return entry.second == value; });
    return found->first;
}

Result<QString> text(const Json& value, const QString& where) {
    const QString read =
        value.is_string() ? QString::fromStdString(value.get<std::string>()).simplified() : QString();
    if (read.isEmpty() || read.size() > kLongestText) {
        return wrong(where, QStringLiteral("must be a text of at most %1 letters").arg(kLongestText));
    }
    return read;
}

Result<QStringList> texts(const Json& object, const char* key, const QString& where) {
    QStringList read;
    const auto found = object.find(key);
    if (found == object.end()) {
        return read;
    }
    const QString place = QStringLiteral("“%1” of %2").arg(QLatin1String(key), where);
    if (!found->is_array() || found->size() > kMostPhrases) {
        return wrong(place, QStringLiteral("must be a list of at most %1 texts").arg(kMostPhrases));
    }
    for (const Json& entry : *found) {
        ASSIGN_OR_RETURN(const QString phrase, text(entry, QStringLiteral("each entry of ") + place));
        if (!read.contains(phrase)) {
            read.append(phrase);
        }
    }
    return read;
}

Result<PlannedExemplar> readExemplar(const Json& entry, const QString& where) {
    const QString place = QStringLiteral("an exemplar of ") + where;
    RETURN_IF_ERROR(onlyKeys(entry, place, {"image", "box", "positive"}));
    PlannedExemplar exemplar;
    ASSIGN_OR_RETURN(exemplar.image,
                     text(entry.value("image", Json()), QStringLiteral("“image” of ") + place));
    const Json box = entry.value("box", Json());
    std::array<double, 4> edges{};
    bool isBox = box.is_array() && box.size() == edges.size();
    for (std::size_t i = 0; isBox && i < edges.size(); ++i) {
        isBox = box[i].is_number() && std::abs(box[i].get<double>()) <= 1e6;
        edges.at(i) = isBox ? box[i].get<double>() : 0;
    }
    if (!isBox || edges[0] >= edges[2] || edges[1] >= edges[3]) {
        return wrong(QStringLiteral("“box” of ") + place,
                     QStringLiteral("must be [x0, y0, x1, y1] in pixels with x0 below x1 and y0 below y1"));
    }
    exemplar.box.rect = QRectF(QPointF(edges[0], edges[1]), QPointF(edges[2], edges[3]));
    const Json positive = entry.value("positive", Json(true));
    if (!positive.is_boolean()) {
        return wrong(QStringLiteral("“positive” of ") + place, QStringLiteral("must be true or false"));
    }
    exemplar.box.positive = positive.get<bool>();
    return exemplar;
}

Result<PlannedClass> readClass(const Json& entry, int index) {
    const QString place = QStringLiteral("class %1").arg(index + 1);
    RETURN_IF_ERROR(onlyKeys(entry, place, {"label", "phrases", "not", "threshold", "exemplars"}));
    PlannedClass read;
    ASSIGN_OR_RETURN(read.label, text(entry.value("label", Json()), QStringLiteral("“label” of ") + place));
    const QString where = QStringLiteral("class “%1”").arg(read.label);
    ASSIGN_OR_RETURN(read.phrases, texts(entry, "phrases", where));
    ASSIGN_OR_RETURN(read.vetoes, texts(entry, "not", where));
    if (entry.contains("threshold")) {
        ASSIGN_OR_RETURN(read.threshold, number(entry, "threshold", 0, 0, 1));
    }
    const Json exemplars = entry.value("exemplars", Json::array());
    if (!exemplars.is_array()) {
        return wrong(QStringLiteral("“exemplars” of ") + where, QStringLiteral("must be a list"));
    }
    for (const Json& exemplar : exemplars) {
        ASSIGN_OR_RETURN(PlannedExemplar one, readExemplar(exemplar, where));
        read.exemplars.append(std::move(one));
    }
    if (read.phrases.isEmpty() && read.exemplars.isEmpty()) {
        read.phrases = {read.label};
    }
    return read;
}

Result<Tiles> readTiles(const Json& object) {
    Tiles tiles;
    const auto found = object.find("tiles");
    if (found == object.end()) {
        return tiles;
    }
    RETURN_IF_ERROR(onlyKeys(*found, QStringLiteral("“tiles”"), {"side", "overlap"}));
    ASSIGN_OR_RETURN(const double side, number(*found, "side", 0, 0, kLargestTile));
    tiles.side = int(side);
    if (tiles.side == 0) {
        return tiles;
    }
    if (tiles.side < kSmallestTile) {
        return wrong(QStringLiteral("“side” of the tiles"),
                     QStringLiteral("must be 0 (none) or at least %1 pixels").arg(kSmallestTile));
    }
    const int usual = tiles.side / 8;
    const int most = tiles.side / 2;
    ASSIGN_OR_RETURN(const double overlap, number(*found, "overlap", usual, 0, most));
    tiles.overlap = int(overlap);
    return tiles;
}

Json toJson(const PlannedClass& planned) {
    Json json;
    json["label"] = planned.label.toStdString();
    json["phrases"] = Json::array();
    for (const QString& phrase : planned.phrases) {
        json["phrases"].push_back(phrase.toStdString());
    }
    json["not"] = Json::array();
    for (const QString& veto : planned.vetoes) {
        json["not"].push_back(veto.toStdString());
    }
    if (planned.threshold) {
        json["threshold"] = *planned.threshold;
    }
    if (!planned.exemplars.isEmpty()) {
        json["exemplars"] = Json::array();
        for (const PlannedExemplar& exemplar : planned.exemplars) {
            const QRectF& r = exemplar.box.rect;
            json["exemplars"].push_back({{"image", exemplar.image.toStdString()},
                                         {"box", {r.left(), r.top(), r.right(), r.bottom()}},
                                         {"positive", exemplar.box.positive}});
        }
    }
    return json;
}

} // namespace

Result<AutoLabelPlan> readPlan(const QByteArray& json) {
    const bool tooDeep = nestsDeeperThan(json, kDeepest);
    const Json root =
        tooDeep ? Json(Json::value_t::discarded) : Json::parse(json.begin(), json.end(), nullptr, false);
    if (root.is_discarded()) {
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("The plan is not JSON; write one with “classes”, each with a “label”."));
    }
    RETURN_IF_ERROR(onlyKeys(
        root, QStringLiteral("the outermost level"),
        {"classes", "duplicate_iou", "between_classes", "exclusive_pixels", "min_area", "write", "tiles"}));
    AutoLabelPlan plan;
    const Json classes = root.value("classes", Json());
    if (!classes.is_array() || classes.empty() || classes.size() > kMostClasses) {
        return wrong(QStringLiteral("“classes”"), QStringLiteral("must be a list of one class or more"));
    }
    for (const Json& entry : classes) {
        ASSIGN_OR_RETURN(PlannedClass planned, readClass(entry, int(plan.classes.size())));
        const bool twice =
            std::any_of(plan.classes.begin(), plan.classes.end(),
                        [&](const PlannedClass& other) { return other.label == planned.label; });
        if (twice) {
            return wrong(QStringLiteral("the label “%1”").arg(planned.label),
                         QStringLiteral("stands twice; put all its phrases into one class"));
        }
        plan.classes.append(std::move(planned));
    }
    ASSIGN_OR_RETURN(plan.duplicateIou, number(root, "duplicate_iou", plan.duplicateIou, 0.05, 1));
    ASSIGN_OR_RETURN(plan.between, choice(root, "between_classes", kBetween));
    ASSIGN_OR_RETURN(plan.write, choice(root, "write", kWrite));
    ASSIGN_OR_RETURN(const double minArea, number(root, "min_area", 1, 0, 1e12));
    plan.minArea = std::max<qint64>(1, qint64(minArea));
    const Json exclusive = root.value("exclusive_pixels", Json(false));
    if (!exclusive.is_boolean()) {
        return wrong(QStringLiteral("“exclusive_pixels”"), QStringLiteral("must be true or false"));
    }
    plan.exclusivePixels = exclusive.get<bool>();
    ASSIGN_OR_RETURN(plan.tiles, readTiles(root));
    return plan;
}

QByteArray writePlan(const AutoLabelPlan& plan) {
    Json json;
    json["classes"] = Json::array();
    for (const PlannedClass& planned : plan.classes) {
        json["classes"].push_back(toJson(planned));
    }
    json["duplicate_iou"] = plan.duplicateIou;
    json["between_classes"] = nameIn(kBetween, plan.between);
    json["exclusive_pixels"] = plan.exclusivePixels;
    json["min_area"] = plan.minArea;
    json["write"] = nameIn(kWrite, plan.write);
    if (plan.tiles.side > 0) {
        json["tiles"] = {{"side", plan.tiles.side}, {"overlap", plan.tiles.overlap}};
    }
    return QByteArray::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace core
