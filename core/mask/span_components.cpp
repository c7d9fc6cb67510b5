// SPDX-License-Identifier: Apache-2.0
#include "core/mask/span_components.h"

#include <algorithm>
#include <numeric>

namespace core {
namespace {

/// Union-find whose roots are always the smallest member, so roots come in reading order.
class Forest {
public:
    explicit Forest(std::size_t size) : m_parent(size) { std::iota(m_parent.begin(), m_parent.end(), 0); }
    int root(int node) {
        while (m_parent[std::size_t(node)] != node) {
            int& parent = m_parent[std::size_t(node)];
            parent = m_parent[std::size_t(parent)];
            node = parent;
        }
        return node;
    }
    void join(int a, int b) {
        a = root(a);
        b = root(b);
        m_parent[std::size_t(std::max(a, b))] = std::min(a, b);
    }

private:
    std::vector<int> m_parent;
};

} // namespace

SpanComponents spanComponents(const std::vector<Mask::Span>& spans, Connectivity connectivity) {
    const int reach = connectivity == Connectivity::Eight ? 1 : 0;
    Forest forest(spans.size());
    std::size_t above = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Mask::Span& s = spans[i];
        while (spans[above].y < s.y - 1 || (spans[above].y == s.y - 1 && spans[above].x1 + reach <= s.x0))
            ++above;
        for (std::size_t j = above; spans[j].y == s.y - 1 && spans[j].x0 < s.x1 + reach; ++j)
            forest.join(int(i), int(j));
    }
    SpanComponents result;
    result.of.resize(spans.size());
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const int root = forest.root(int(i));
        result.of[i] = std::size_t(root) == i ? result.count++ : result.of[std::size_t(root)];
    }
    return result;
}

} // namespace core
