// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/weights/pickle_symbols.h"
#include "inference/weights/pickle_tree.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inference {

/// The stack machine behind readPickle. Each public function is one instruction; its argument follows in the
/// pickle. They return false with `problem` set if the instruction can't be followed.
class PickleMachine {
public:
    explicit PickleMachine(std::span<const std::byte> pickle);

    bool isAtEnd() const { return m_at == m_pickle.size(); }
    std::size_t position() const { return m_at; }
    std::uint8_t nextInstruction();
    /// Leaves the one value of the stack as the tree's top.
    bool finish();
    PickleTree& tree() { return m_tree; }
    const std::string& problem() const { return m_problem; } ///< a half sentence
    bool isForeign() const { return m_isForeign; }           ///< the problem is an object that isn't a weight

    bool frame();
    bool mark();
    bool emptyDict() { return push(add(PickleKind::Dict)); }
    bool emptyList() { return push(add(PickleKind::List)); }
    bool emptyTuple() { return tupleOf(0); }
    bool other() { return push(add(PickleKind::Other)); }
    bool newTrue() { return push(add(PickleKind::Bool, 1)); }
    bool newFalse() { return push(add(PickleKind::Bool, 0)); }
    bool tuple();
    bool tuple1() { return tupleOf(1); }
    bool tuple2() { return tupleOf(2); }
    bool tuple3() { return tupleOf(3); }
    bool setItem() { return appendTo(PickleKind::Dict, 2); }
    bool setItems();
    bool append() { return appendTo(PickleKind::List, 1); }
    bool appends();
    bool integer1();
    bool integer2();
    bool integer4();
    bool longInteger();
    bool floatingPoint();
    bool text1();
    bool text4();
    bool text8();
    bool byteText();
    bool put1();
    bool put4();
    bool memoize();
    bool get1();
    bool get4();
    bool global();
    bool stackGlobal();
    bool persistentId();
    bool reduce();
    bool build();

private:
    bool refuse(std::string problem);
    bool refuseForeign(std::string problem);
    bool argument(std::size_t bytes, std::uint64_t& value); ///< a little-endian number that follows
    bool textOf(std::uint64_t length, bool isAscii);
    bool line(std::string_view& text); ///< up to a newline

    PickleId add(PickleKind kind, std::uint64_t at = 0) { return m_tree.add(kind, at); }
    bool push(PickleId id);
    bool has(std::size_t count); ///< so many values above the last mark
    PickleId pop();              ///< after has()
    bool tupleOf(std::size_t count);
    bool appendTo(PickleKind container, std::size_t count);
    bool aboveMark(std::size_t& count); ///< takes the last mark away
    bool remember(std::uint64_t index);
    bool recall(std::uint64_t index);

    bool name(std::string_view module, std::string_view name);
    bool makeTensor(std::span<const PickleId> arguments);
    bool makeStorage(std::span<const PickleId> arguments);
    bool dimensions(PickleId tuple, std::vector<std::int64_t>& values);

    std::span<const std::byte> m_pickle;
    std::size_t m_at = 0;
    PickleTree m_tree;
    std::vector<PickleId> m_stack;
    std::vector<std::size_t> m_marks; ///< heights of the stack
    std::vector<PickleId> m_memo;
    std::vector<const PickleName*> m_names; ///< of the symbols
    std::map<std::string_view, PickleId> m_storageOfKey;
    std::string m_problem;
    bool m_isForeign = false;
};

} // namespace inference
