// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/query/instance_index.h"
#include "core/query/query.h"

#include <QList>

namespace core {

/// What a filter found.
struct QueryMatches {
    std::vector<AnnotationId> instances; ///< ascending
    std::vector<ImageId> images;         ///< in the order of the project
    bool everything = false;             ///< an empty filter: both lists stay empty and mean all
};

/// What a project has besides its instances, as values for another thread.
struct QueryContext {
    QList<Label> labels;
    QList<ImageInfo> images;
};

/// A query made ready for one project: names are looked up once, values once for each different one.
class QueryMatcher {
public:
    /// All three must outlive the matcher. Errors: InvalidArgument for a label or attribute that the project
    /// does not have, with the column.
    static Result<QueryMatcher> make(const Query& query, const InstanceIndex& index,
                                     const QueryContext& context);

    /// An image matches if one of its instances does; without instances, if it would by what it is itself.
    QueryMatches run() const;
    /// One byte for each row of the index: does it match?
    std::vector<std::uint8_t> matchingRows() const;

private:
    using Flags = std::vector<std::uint8_t>;
    /// Which values pass, by their place in the index's tables; only those that the test needs are filled.
    struct Ready {
        Flags labels, attributes, texts;
        Flags images; ///< by place in the project's list
    };

    QueryMatcher(const Query& query, const InstanceIndex& index, const QueryContext& context);
    Status prepare(const QueryTest& test, Ready& ready);
    Status prepareLabels(const QueryTest& test, Flags& pass) const;
    Status prepareAttributes(const QueryTest& test, Flags& pass) const;
    Status prepareTexts(const QueryTest& test, Flags& pass) const;
    Status prepareImages(const QueryTest& test, Ready& ready);
    void prepareHas(const Flags& labels, Flags& pass) const;
    void countInstances();

    void evaluate(const Query::Node& node, std::size_t first, std::size_t count, std::uint8_t* out) const;
    void evaluateImages(const Query::Node& node, Flags& out) const;
    void testRows(std::size_t test, std::size_t first, std::size_t count, std::uint8_t* out) const;

    const Query* m_query;
    const InstanceIndex* m_index;
    const QueryContext* m_context;
    std::vector<Ready> m_ready;       ///< one for each test
    std::vector<int> m_places;        ///< of the index's images in the project's list; -1: not there
    std::vector<int> m_instanceCount; ///< by place in the project's list; filled when needed
};

} // namespace core
