// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/pickle_machine.h"

#include "inference/weights/untrusted_bytes.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <optional>

namespace inference {
namespace {

constexpr std::size_t kMaxStack = 1'000'000;
constexpr std::size_t kMaxMemo = 1'000'000;
constexpr std::size_t kMaxValues = 4'000'000;
constexpr std::uint64_t kMaxText = 1 << 20;
constexpr PickleId kUnset = std::numeric_limits<PickleId>::max();

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

PickleMachine::PickleMachine(std::span<const std::byte> pickle) : m_pickle(pickle) {}

std::uint8_t PickleMachine::nextInstruction() {
    return std::to_integer<std::uint8_t>(m_pickle[m_at++]);
}

bool PickleMachine::finish() {
    if (m_stack.size() != 1 || !m_marks.empty())
        return refuse("doesn't end with one object");
    if (!isAtEnd())
        return refuse("goes on after its end");
    m_tree.top = m_stack.front();
    return true;
}

bool PickleMachine::refuse(std::string problem) {
    if (m_problem.empty())
        m_problem = std::move(problem);
    return false;
}

bool PickleMachine::refuseForeign(std::string problem) {
    m_isForeign = true;
    return refuse(std::move(problem));
}

bool PickleMachine::argument(std::size_t bytes, std::uint64_t& value) {
    if (bytes > m_pickle.size() - m_at)
        return refuse("breaks off");
    value = littleEndian(m_pickle, m_at, bytes);
    m_at += bytes;
    return true;
}

bool PickleMachine::push(PickleId id) {
    if (m_stack.size() == kMaxStack || m_tree.size() > kMaxValues)
        return refuse("has more objects than any model");
    m_stack.push_back(id);
    return true;
}

bool PickleMachine::has(std::size_t count) {
    const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
    return m_stack.size() - floor >= count || refuse("takes an object that isn't there");
}

PickleId PickleMachine::pop() {
    const PickleId id = m_stack.back();
    m_stack.pop_back();
    return id;
}

bool PickleMachine::aboveMark(std::size_t& count) {
    if (m_marks.empty())
        return refuse("takes a mark that isn't there");
    count = m_stack.size() - m_marks.back();
    m_marks.pop_back();
    return true;
}

bool PickleMachine::frame() {
    std::uint64_t length = 0;
    return argument(8, length) && (length <= m_pickle.size() - m_at || refuse("breaks off"));
}

bool PickleMachine::mark() {
    if (m_marks.size() == kMaxStack)
        return refuse("has more objects than any model");
    m_marks.push_back(m_stack.size());
    return true;
}

bool PickleMachine::tupleOf(std::size_t count) {
    if (!has(count))
        return false;
    const std::optional<PickleId> id = m_tree.addTuple(std::span(m_stack).last(count));
    m_stack.resize(m_stack.size() - count);
    return id ? push(*id) : refuse("is nested too deeply");
}

bool PickleMachine::tuple() {
    std::size_t count = 0;
    return aboveMark(count) && tupleOf(count);
}

bool PickleMachine::appendTo(PickleKind container, std::size_t count) {
    if (!has(count + 1))
        return false;
    const std::span<const PickleId> items = std::span(m_stack).last(count);
    const PickleId target = m_stack[m_stack.size() - count - 1];
    if (m_tree.kind(target) != container)
        return refuse("fills an object that can't be filled");
    if (container == PickleKind::Dict)
        for (std::size_t i = 0; i < count; i += 2)
            if (m_tree.kind(items[i]) != PickleKind::String && m_tree.kind(items[i]) != PickleKind::Integer)
                return refuse("has a key that is neither text nor number");
    if (!m_tree.append(target, items))
        return refuse("is nested too deeply");
    m_stack.resize(m_stack.size() - count);
    return true;
}

bool PickleMachine::setItems() {
    std::size_t count = 0;
    if (!aboveMark(count))
        return false;
    return count % 2 == 0 ? appendTo(PickleKind::Dict, count) : refuse("has a key without a value");
}

bool PickleMachine::appends() {
    std::size_t count = 0;
    return aboveMark(count) && appendTo(PickleKind::List, count);
}

bool PickleMachine::integer1() {
    std::uint64_t value = 0;
    return argument(1, value) && push(add(PickleKind::Integer, value));
}

bool PickleMachine::integer2() {
    std::uint64_t value = 0;
    return argument(2, value) && push(add(PickleKind::Integer, value));
}

bool PickleMachine::integer4() {
    std::uint64_t value = 0;
    if (!argument(4, value))
        return false;
    const auto number = static_cast<std::int64_t>(static_cast<std::int32_t>(value));
    return push(add(PickleKind::Integer, std::bit_cast<std::uint64_t>(number)));
}

bool PickleMachine::longInteger() {
    std::uint64_t length = 0;
    std::uint64_t value = 0;
    if (!argument(1, length))
        return false;
    if (length > 8)
        return refuse("has a number that is too large");
    if (!argument(static_cast<std::size_t>(length), value))
        return false;
    const bool isNegative = length > 0 && (value >> (8 * length - 1) & 1U) != 0;
    if (isNegative && length < 8)
        value |= ~std::uint64_t{0} << (8 * length);
    return push(add(PickleKind::Integer, value));
}

bool PickleMachine::floatingPoint() {
    std::uint64_t ignored = 0;
    return argument(8, ignored) && push(add(PickleKind::Float));
}

bool PickleMachine::textOf(std::uint64_t length, bool mustBeAscii) {
    if (length > kMaxText)
        return refuse("has a text that is too long");
    if (length > m_pickle.size() - m_at)
        return refuse("breaks off");
    const std::string_view text = asText(m_pickle.subspan(m_at, static_cast<std::size_t>(length)));
    m_at += text.size();
    if (mustBeAscii ? !isAscii(text) : !isUtf8(text))
        return refuse("has a text that isn't UTF-8");
    return push(m_tree.addText(text));
}

bool PickleMachine::text1() {
    std::uint64_t length = 0;
    return argument(1, length) && textOf(length, false);
}

bool PickleMachine::text4() {
    std::uint64_t length = 0;
    return argument(4, length) && textOf(length, false);
}

bool PickleMachine::text8() {
    std::uint64_t length = 0;
    return argument(8, length) && textOf(length, false);
}

bool PickleMachine::byteText() {
    std::uint64_t length = 0;
    return argument(1, length) && textOf(length, true);
}

bool PickleMachine::remember(std::uint64_t index) {
    if (!has(1))
        return false;
    if (index >= kMaxMemo)
        return refuse("has more objects than any model");
    if (index >= m_memo.size())
        m_memo.resize(static_cast<std::size_t>(index) + 1, kUnset);
    m_memo[index] = m_stack.back();
    return true;
}

bool PickleMachine::recall(std::uint64_t index) {
    if (index >= m_memo.size() || m_memo[index] == kUnset)
        return refuse("names an object that isn't there");
    return push(m_memo[index]);
}

bool PickleMachine::put1() {
    std::uint64_t index = 0;
    return argument(1, index) && remember(index);
}

bool PickleMachine::put4() {
    std::uint64_t index = 0;
    return argument(4, index) && remember(index);
}

bool PickleMachine::memoize() {
    return remember(m_memo.size());
}

bool PickleMachine::get1() {
    std::uint64_t index = 0;
    return argument(1, index) && recall(index);
}

bool PickleMachine::get4() {
    std::uint64_t index = 0;
    return argument(4, index) && recall(index);
}

} // namespace inference
