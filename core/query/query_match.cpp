// SPDX-License-Identifier: Apache-2.0
#include "core/query/query_match.h"

#include "core/project/attribute.h"
#include "core/store/edit_codec.h"

#include <QFileInfo>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>

namespace core {
namespace {

constexpr std::size_t kBlock = 4096; ///< rows at a time: their flags stay in the nearest cache

using WordTest = Result<bool> (QueryWord::*)(const QString&) const;

/// Whether one of `words` says yes to `text`.
Result<bool> any(const std::vector<QueryWord>& words, WordTest test, const QString& text) {
    for (const QueryWord& word : words) {
        ASSIGN_OR_RETURN(const bool yes, (word.*test)(text));
        if (yes)
            return true;
    }
    return false;
}

tl::unexpected<Error> unknown(const QueryTest& test, const char* kind, const QString& name) {
    return fail(ErrorCode::InvalidArgument, QStringLiteral("There is no %1 “%2” in this project (column %3).")
                                                .arg(QLatin1String(kind), name)
                                                .arg(test.column));
}

/// "none" is for images without a tag.
Result<bool> anyTag(const std::vector<QueryWord>& words, const QStringList& tags) {
    for (const QString& tag : tags) {
        ASSIGN_OR_RETURN(const bool yes, any(words, &QueryWord::matches, tag));
        if (yes)
            return true;
    }
    return tags.isEmpty() && any(words, &QueryWord::matches, QStringLiteral("none")).value_or(false);
}

bool inRange(const QueryTest& test, double value) {
    return value >= test.low && value <= test.high;
}

/// The labels a word means: those of exactly that name, else those that have it in their name. A pattern, or
/// "none" for instances without a label, as they are.
Result<QSet<LabelId>> labelsOf(const QueryWord& word, const QList<Label>& labels) {
    QSet<LabelId> exact;
    QSet<LabelId> similar;
    for (const Label& label : labels) {
        ASSIGN_OR_RETURN(const bool same, word.matches(label.name));
        if (same)
            exact.insert(label.id);
        else if (!word.isPattern() && label.name.contains(word.text, Qt::CaseInsensitive))
            similar.insert(label.id);
    }
    if (exact.isEmpty() && word.text.compare(QLatin1String("none"), Qt::CaseInsensitive) == 0)
        return QSet<LabelId>{LabelId{}};
    return exact.isEmpty() ? similar : exact;
}

Result<bool> valuePasses(const QueryTest& test, const QString& value) {
    if (!test.isRange)
        return any(test.words, &QueryWord::matches, value);
    bool ok = false;
    const double number = QLocale::c().toDouble(value, &ok);
    return ok && inRange(test, number);
}

/// As a float, like the numbers of a query: equal must mean equal.
double share(double part, int whole) {
    return double(static_cast<float>(part / whole));
}

double aspect(const InstanceRow& row) {
    return row.height > 0 ? double(row.width) / row.height : 0;
}

} // namespace

QueryMatcher::QueryMatcher(const Query& query, const InstanceIndex& index, const QueryContext& context)
    : m_query(&query), m_index(&index), m_context(&context), m_places(index.images().size(), -1) {
    QHash<ImageId, int> places;
    places.reserve(context.images.size());
    for (int i = 0; i < context.images.size(); ++i)
        places.insert(context.images.at(i).id, i);
    for (std::size_t i = 0; i < m_places.size(); ++i)
        m_places[i] = places.value(index.images()[i], -1);
}

Result<QueryMatcher> QueryMatcher::make(const Query& query, const InstanceIndex& index,
                                        const QueryContext& context) {
    QueryMatcher matcher(query, index, context);
    for (const QueryTest& test : query.tests) {
        Ready ready;
        RETURN_IF_ERROR(matcher.prepare(test, ready));
        matcher.m_ready.push_back(std::move(ready));
    }
    return matcher;
}

Status QueryMatcher::prepare(const QueryTest& test, Ready& ready) {
    switch (test.field) {
    case QueryField::Class:
        return prepareLabels(test, ready.labels);
    case QueryField::Has:
        RETURN_IF_ERROR(prepareLabels(test, ready.labels));
        prepareHas(ready.labels, ready.images);
        return {};
    case QueryField::Attribute:
        return prepareAttributes(test, ready.attributes);
    case QueryField::Prompt:
    case QueryField::Model:
        return prepareTexts(test, ready.texts);
    case QueryField::Any:
        // A word that no label has may still be in a file name.
        if (!prepareLabels(test, ready.labels))
            ready.labels.assign(m_index->labels().size(), 0);
        return prepareImages(test, ready);
    case QueryField::Name:
    case QueryField::Image:
    case QueryField::Instances:
    case QueryField::Reviewed:
    case QueryField::Tag:
        return prepareImages(test, ready);
    default:
        return {};
    }
}

Status QueryMatcher::prepareLabels(const QueryTest& test, Flags& pass) const {
    QSet<LabelId> wanted;
    for (const QueryWord& word : test.words) {
        ASSIGN_OR_RETURN(const QSet<LabelId> meant, labelsOf(word, m_context->labels));
        if (meant.isEmpty())
            return unknown(test, "label", word.text);
        wanted.unite(meant);
    }
    for (const LabelId label : m_index->labels())
        pass.push_back(wanted.contains(label) ? 1 : 0);
    return {};
}

Status QueryMatcher::prepareAttributes(const QueryTest& test, Flags& pass) const {
    QSet<AttributeId> named;
    for (const Label& label : m_context->labels) {
        for (const Attribute& attribute : label.attributes) {
            if (attribute.name.compare(test.attribute, Qt::CaseInsensitive) == 0)
                named.insert(attribute.id);
        }
    }
    if (named.isEmpty())
        return unknown(test, "attribute", test.attribute);
    for (const QByteArray& coded : m_index->attributes()) {
        const AttributeValues values = decodeValues(coded).value_or(AttributeValues());
        bool passes = false;
        for (auto value = values.begin(); value != values.end() && !passes; ++value) {
            if (named.contains(value.key())) {
                ASSIGN_OR_RETURN(passes, valuePasses(test, value.value()));
            }
        }
        pass.push_back(passes ? 1 : 0);
    }
    return {};
}

Status QueryMatcher::prepareTexts(const QueryTest& test, Flags& pass) const {
    for (const QByteArray& text : m_index->texts()) {
        ASSIGN_OR_RETURN(const bool passes, any(test.words, &QueryWord::occursIn, QString::fromUtf8(text)));
        pass.push_back(passes ? 1 : 0);
    }
    return {};
}

void QueryMatcher::countInstances() {
    if (!m_instanceCount.empty())
        return;
    m_instanceCount.assign(std::size_t(m_context->images.size()) + 1, 0);
    for (const InstanceRow& row : m_index->rows()) {
        const int place = m_places[row.image];
        if (place >= 0 && row.present && row.state != std::uint8_t(State::Rejected))
            ++m_instanceCount[std::size_t(place)];
    }
}

Status QueryMatcher::prepareImages(const QueryTest& test, Ready& ready) {
    if (test.field == QueryField::Instances)
        countInstances();
    for (int i = 0; i < m_context->images.size(); ++i) {
        const ImageInfo& image = m_context->images.at(i);
        bool passes = false;
        if (test.field == QueryField::Reviewed)
            passes = image.reviewed == test.yes;
        else if (test.field == QueryField::Image)
            passes = inRange(test, i + 1);
        else if (test.field == QueryField::Instances)
            passes = inRange(test, m_instanceCount[std::size_t(i)]);
        else if (test.field == QueryField::Tag) {
            ASSIGN_OR_RETURN(passes, anyTag(test.words, image.tags));
        } else {
            ASSIGN_OR_RETURN(passes, any(test.words, &QueryWord::occursIn, image.path));
        }
        ready.images.push_back(passes ? 1 : 0);
    }
    return {};
}

void QueryMatcher::prepareHas(const Flags& labels, Flags& pass) const {
    pass.assign(std::size_t(m_context->images.size()), 0);
    for (const InstanceRow& row : m_index->rows()) {
        const int place = m_places[row.image];
        if (place >= 0 && row.present && row.state != std::uint8_t(State::Rejected) && labels[row.label] != 0)
            pass[std::size_t(place)] = 1;
    }
}

/// Fills `out` with what `get` says of each row of a block.
template <class Get>
void fill(const std::vector<InstanceRow>& rows, std::size_t first, std::size_t count, std::uint8_t* out,
          Get get) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = get(rows[first + i]) ? 1 : 0;
}

// NOLINTNEXTLINE(readability-function-size): one line for each field reads best in one piece
void QueryMatcher::testRows(std::size_t at, std::size_t first, std::size_t count, std::uint8_t* out) const {
    const QueryTest& test = m_query->tests[at];
    const Ready& ready = m_ready[at];
    const auto is = [&](auto get) { fill(m_index->rows(), first, count, out, get); };
    const auto between = [&](auto get) {
        is([&](const InstanceRow& row) { return inRange(test, double(get(row))); });
    };
    const auto ofImage = [&](const InstanceRow& row) {
        const int place = m_places[row.image];
        return place >= 0 && ready.images[std::size_t(place)] != 0;
    };
    const auto imageSize = [&](const InstanceRow& row) {
        const int place = m_places[row.image];
        return place < 0 ? QSize() : m_context->images.at(place).size;
    };
    std::array<bool, 256> chosen{};
    if (test.field == QueryField::State || test.field == QueryField::Origin)
        for (const QueryWord& word : test.words)
            chosen.at(std::size_t(word.text.toInt())) = true;
    switch (test.field) {
    case QueryField::Class:
        return is([&](const InstanceRow& row) { return ready.labels[row.label] != 0; });
    case QueryField::State:
        return is([&](const InstanceRow& row) { return chosen[row.state]; });
    case QueryField::Origin:
        return is([&](const InstanceRow& row) { return chosen[row.origin]; });
    case QueryField::Prompt:
        return is([&](const InstanceRow& row) { return ready.texts[row.prompt] != 0; });
    case QueryField::Model:
        return is([&](const InstanceRow& row) { return ready.texts[row.model] != 0; });
    case QueryField::Attribute:
        return is([&](const InstanceRow& row) { return ready.attributes[row.attributes] != 0; });
    case QueryField::Locked:
        return is([&](const InstanceRow& row) { return row.locked == test.yes; });
    case QueryField::Hidden:
        return is([&](const InstanceRow& row) { return row.hidden == test.yes; });
    case QueryField::Crowd:
        return is([&](const InstanceRow& row) { return row.crowd == test.yes; });
    case QueryField::Score:
        return between([](const InstanceRow& row) { return row.score; });
    case QueryField::Area:
        return between([](const InstanceRow& row) { return row.area; });
    case QueryField::Width:
        return between([](const InstanceRow& row) { return row.width; });
    case QueryField::Height:
        return between([](const InstanceRow& row) { return row.height; });
    case QueryField::Left:
        return between([](const InstanceRow& row) { return row.left; });
    case QueryField::Top:
        return between([](const InstanceRow& row) { return row.top; });
    case QueryField::Aspect:
        return between(aspect);
    case QueryField::Size:
        return between([](const InstanceRow& row) { return std::max(row.width, row.height); });
    case QueryField::CentreX:
        return is([&](const InstanceRow& row) {
            const int width = imageSize(row).width();
            return width > 0 && inRange(test, share(row.left + row.width / 2.0, width));
        });
    case QueryField::CentreY:
        return is([&](const InstanceRow& row) {
            const int height = imageSize(row).height();
            return height > 0 && inRange(test, share(row.top + row.height / 2.0, height));
        });
    case QueryField::Parts:
        return between([](const InstanceRow& row) { return row.parts; });
    case QueryField::Holes:
        return between([](const InstanceRow& row) { return row.holes; });
    case QueryField::ByHand:
        return between([](const InstanceRow& row) { return row.byHand; });
    case QueryField::Z:
        return between([](const InstanceRow& row) { return row.z; });
    case QueryField::Group:
        return between([](const InstanceRow& row) { return row.group; });
    case QueryField::Seconds:
        return between([](const InstanceRow& row) { return row.seconds; });
    case QueryField::Actions:
        return between([](const InstanceRow& row) { return row.actions; });
    case QueryField::Created:
        return between([](const InstanceRow& row) { return row.created; });
    case QueryField::Changed:
        return between([](const InstanceRow& row) { return row.changed; });
    case QueryField::Any:
        return is([&](const InstanceRow& row) { return ready.labels[row.label] != 0 || ofImage(row); });
    case QueryField::Name:
    case QueryField::Image:
    case QueryField::Instances:
    case QueryField::Has:
    case QueryField::Reviewed:
    case QueryField::Tag:
        return is(ofImage);
    }
}

void QueryMatcher::evaluate(const Query::Node& node, std::size_t first, std::size_t count,
                            std::uint8_t* out) const {
    if (node.join == Query::Join::Test)
        return testRows(node.test, first, count, out);
    if (node.join == Query::Join::Not) {
        evaluate(node.children.front(), first, count, out);
        std::transform(out, out + count, out, [](std::uint8_t flag) { return flag ^ 1; });
        return;
    }
    const bool all = node.join == Query::Join::All;
    std::fill_n(out, count, all ? 1 : 0);
    std::array<std::uint8_t, kBlock> child; // NOLINT: filled by evaluate()
    for (const Query::Node& inner : node.children) {
        evaluate(inner, first, count, child.data());
        for (std::size_t i = 0; i < count; ++i)
            out[i] = all ? out[i] & child[i] : out[i] | child[i];
    }
}

std::vector<std::uint8_t> QueryMatcher::matchingRows() const {
    const std::vector<InstanceRow>& rows = m_index->rows();
    Flags flags(rows.size());
    for (std::size_t first = 0; first < rows.size(); first += kBlock)
        evaluate(m_query->root, first, std::min(kBlock, rows.size() - first), flags.data() + first);
    for (std::size_t i = 0; i < rows.size(); ++i)
        flags[i] &= rows[i].present && m_places[rows[i].image] >= 0 ? 1 : 0;
    return flags;
}

/// Tests of instances fail for an image that has none; what is turned round by `-` then holds.
void QueryMatcher::evaluateImages(const Query::Node& node, Flags& out) const {
    const auto count = std::size_t(m_context->images.size());
    if (node.join == Query::Join::Test) {
        const Flags& images = m_ready[node.test].images;
        out = images.empty() ? Flags(count, 0) : images;
        return;
    }
    const bool all = node.join == Query::Join::All || node.join == Query::Join::Not;
    out.assign(count, all ? 1 : 0);
    Flags child;
    for (const Query::Node& inner : node.children) {
        evaluateImages(inner, child);
        for (std::size_t i = 0; i < count; ++i)
            out[i] = all ? out[i] & child[i] : out[i] | child[i];
    }
    if (node.join == Query::Join::Not)
        std::transform(out.begin(), out.end(), out.begin(), [](std::uint8_t flag) { return flag ^ 1; });
}

QueryMatches QueryMatcher::run() const {
    QueryMatches matches;
    matches.everything = m_query->isEmpty();
    if (matches.everything)
        return matches;
    const auto images = std::size_t(m_context->images.size());
    const Flags flags = matchingRows();
    Flags shown(images, 0);
    Flags hasInstances(images, 0);
    const std::vector<InstanceRow>& rows = m_index->rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int place = m_places[rows[i].image];
        if (place < 0 || !rows[i].present)
            continue;
        hasInstances[std::size_t(place)] = 1;
        if (flags[i] != 0) {
            shown[std::size_t(place)] = 1;
            matches.instances.push_back({rows[i].id});
        }
    }
    Flags alone;
    evaluateImages(m_query->root, alone);
    for (std::size_t i = 0; i < images; ++i) {
        if (shown[i] != 0 || (hasInstances[i] == 0 && alone[i] != 0))
            matches.images.push_back(m_context->images.at(qsizetype(i)).id);
    }
    return matches;
}

} // namespace core
