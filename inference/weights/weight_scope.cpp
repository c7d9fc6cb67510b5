// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/weight_scope.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>

namespace inference {
namespace {

constexpr std::size_t kMaxListed = 100;
/// Tensors up to this many elements are looked through for values that are not numbers: norms, biases,
/// tokens.
constexpr std::int64_t kMaxScanned = 1 << 14;

/// Bytes of a weight file as a tensor's memory. Kernels only read weights.
class MappedStorage : public Storage {
public:
    MappedStorage(std::shared_ptr<const WeightSource> source, std::span<const std::byte> bytes)
        : m_source(std::move(source)), m_bytes(bytes) {}
    void* hostData() override { return const_cast<std::byte*>(m_bytes.data()); }
    std::size_t size() const override { return m_bytes.size(); }

private:
    std::shared_ptr<const WeightSource> m_source;
    std::span<const std::byte> m_bytes;
};

bool isFloat(const StoredTensor& stored) {
    return stored.type == DType::F32 || stored.type == DType::F16 || stored.type == DType::BF16 ||
           stored.typeName == "F64";
}

template <class From, class Convert>
void convert(std::span<const std::byte> bytes, std::span<float> to, Convert toFloat) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        From raw;
        std::memcpy(&raw, bytes.data() + i * sizeof(From), sizeof(From));
        to[i] = toFloat(raw);
    }
}

/// One float for each element; the tensor is of a float type.
void readFloats(const StoredTensor& stored, std::span<float> to) {
    if (stored.type == DType::F32)
        return materialise(stored, std::as_writable_bytes(to));
    const std::vector<std::byte> own = stored.isContiguous() ? std::vector<std::byte>() : materialise(stored);
    const std::span<const std::byte> bytes = stored.isContiguous() ? stored.bytes : own;
    if (stored.type == DType::F16)
        convert<std::uint16_t>(bytes, to, [](std::uint16_t v) { return halfToFloat(v); });
    else if (stored.type == DType::BF16)
        convert<std::uint16_t>(bytes, to, [](std::uint16_t v) { return bfloat16ToFloat(v); });
    else
        convert<double>(bytes, to, [](double v) { return static_cast<float>(v); });
}

void appendList(std::string& text, std::string_view title, const std::vector<std::string>& names) {
    if (names.empty())
        return;
    text += (text.empty() ? "" : "; ") + std::string(title) + ": ";
    const std::size_t shown = std::min(names.size(), kMaxListed);
    for (std::size_t i = 0; i < shown; ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    if (shown < names.size())
        text += " and " + std::to_string(names.size() - shown) + " more";
}

bool hasBelow(const WeightSource& source, const std::string& path) {
    const auto found = source.tensors().lower_bound(path);
    return found != source.tensors().end() && found->first.compare(0, path.size(), path) == 0;
}

/// Of a part that is missing altogether the outermost name stands for all of its tensors.
std::vector<std::string> byParts(const std::vector<std::string>& missing, const WeightSource& source) {
    std::map<std::string, std::vector<std::string>> parts;
    for (const std::string& name : missing) {
        std::size_t end = name.find('.');
        while (end != std::string::npos && hasBelow(source, name.substr(0, end + 1)))
            end = name.find('.', end + 1);
        parts[name.substr(0, end)].push_back(name);
    }
    std::vector<std::string> names;
    names.reserve(parts.size());
    for (const auto& [part, tensors] : parts)
        names.push_back(tensors.size() == 1
                            ? tensors.front()
                            : part + " with its " + std::to_string(tensors.size()) + " tensors");
    return names;
}

std::size_t product(const Shape& shape) {
    return static_cast<std::size_t>(elementCount(shape));
}

} // namespace

std::vector<float> toFloats(const StoredTensor& stored) {
    if (!isFloat(stored))
        return {};
    std::vector<float> values(product(stored.shape));
    readFloats(stored, values);
    return values;
}

WeightLoader::WeightLoader(std::shared_ptr<const WeightSource> source, Device& device, std::stop_token stop)
    : m_source(std::move(source)), m_device(device), m_stop(std::move(stop)) {
    for (const auto& [name, stored] : m_source->tensors())
        if (elementCount(stored.shape) <= kMaxScanned)
            expect(stored);
}

WeightScope WeightLoader::root() {
    return {*this, ""};
}

const WeightLoader::Entry* WeightLoader::claim(const std::string& name, const Shape& shape, Accept accept) {
    if (m_stop.stop_requested())
        return nullptr;
    const auto found = m_source->tensors().find(name);
    if (found == m_source->tensors().end()) {
        if (std::find(m_missing.begin(), m_missing.end(), name) == m_missing.end())
            m_missing.push_back(name);
        return nullptr;
    }
    const bool isFirstClaim = m_claimed.insert(name).second;
    const StoredTensor& stored = found->second;
    if (stored.shape != shape) {
        if (isFirstClaim)
            m_misshapen.push_back(name + " is " + toString(stored.shape) + " instead of " + toString(shape));
        return nullptr;
    }
    if (!isFloat(stored) && !(accept == Accept::AlsoI8 && stored.type == DType::I8)) {
        if (isFirstClaim)
            m_misshapen.push_back(name + " has the type " + stored.typeName + " instead of a float");
        return nullptr;
    }
    if (isFirstClaim && elementCount(shape) <= kMaxScanned && !isFinite(stored))
        m_notFinite.push_back(name);
    return &*found;
}

Tensor WeightLoader::mapped(const Entry& entry, const Shape& shape) {
    const StoredTensor& stored = entry.second;
    if (!stored.type || !stored.isContiguous() ||
        reinterpret_cast<std::uintptr_t>(stored.bytes.data()) % sizeOf(*stored.type) != 0)
        return {};
    if (elementCount(shape) > kMaxScanned && stored.type != DType::I8)
        m_scan->add(entry.first, stored);
    return {std::make_shared<MappedStorage>(m_source, stored.bytes), *stored.type, shape};
}

void WeightLoader::expect(const StoredTensor& stored) const {
    for (const std::span<const std::byte> span : storedSpans(stored))
        m_source->expect(span);
}

void WeightLoader::forget(const StoredTensor& stored) const {
    for (const std::span<const std::byte> span : storedSpans(stored))
        m_source->forget(span);
}

// Every device of this version computes in the host's memory; one with its own must upload in the next two.

Tensor WeightLoader::onDevice(const Entry& entry, const Shape& shape) {
    const StoredTensor& stored = entry.second;
    if (stored.type == DType::F32)
        return asStored(entry, shape);
    expect(stored);
    Tensor tensor = m_device.allocate(DType::F32, shape);
    const std::span<float> values(tensor.f32(), product(shape));
    readFloats(stored, values);
    noteValues(entry, DType::F32, std::as_bytes(values));
    forget(stored);
    return tensor;
}

Tensor WeightLoader::asStored(const Entry& entry, const Shape& shape) {
    const StoredTensor& stored = entry.second;
    if (!stored.type) // F64
        return onDevice(entry, shape);
    if (Tensor tensor = mapped(entry, shape); !tensor.isEmpty())
        return tensor;
    expect(stored);
    Tensor tensor = m_device.allocate(*stored.type, shape);
    const std::span<std::byte> bytes(static_cast<std::byte*>(tensor.data()), tensor.bytes());
    materialise(stored, bytes);
    noteValues(entry, *stored.type, bytes);
    forget(stored);
    return tensor;
}

void WeightLoader::noteValues(const Entry& entry, DType type, std::span<const std::byte> copy) {
    const std::string& name = entry.first;
    if (elementCount(entry.second.shape) <= kMaxScanned || isFinite({"", type, {}, copy}) ||
        std::find(m_notFinite.begin(), m_notFinite.end(), name) != m_notFinite.end())
        return;
    m_notFinite.push_back(name);
}

Tensor WeightLoader::scaleOf(const std::string& matrix, const Shape& shape) {
    const std::int64_t rows = std::max<std::int64_t>(shape.empty() ? 1 : shape[0], 1);
    const std::int64_t columns = elementCount(shape) / rows;
    if (columns % kQuantBlock != 0) {
        m_misshapen.push_back(matrix + " has 8-bit rows that don't fill their blocks of " +
                              std::to_string(kQuantBlock));
        return {};
    }
    const Shape scales{rows, columns / kQuantBlock};
    const std::string name = matrix + ".scale";
    const Entry* scale = claim(name, scales);
    if (scale == nullptr)
        return {};
    return onDevice(*scale, scales);
}

std::vector<float> WeightLoader::onHost(const Entry& entry) {
    expect(entry.second);
    std::vector<float> values = toFloats(entry.second);
    noteValues(entry, DType::F32, std::as_bytes(std::span(values)));
    forget(entry.second);
    return values;
}

Status WeightLoader::finish(const std::function<bool(std::string_view name)>& isKnownExtra) const {
    if (m_stop.stop_requested())
        return fail(ErrorCode::Cancelled, "Stopped.");
    std::vector<std::string> unclaimed;
    for (const auto& entry : m_source->tensors())
        if (m_claimed.count(entry.first) == 0 && !isKnownExtra(entry.first))
            unclaimed.push_back(entry.first);
    std::string problems;
    appendList(problems, "missing", byParts(m_missing, *m_source));
    appendList(problems, "of another shape", m_misshapen);
    appendList(problems, "unknown", unclaimed);
    if (problems.empty()) {
        appendList(problems, "these tensors hold values that are not finite numbers", m_notFinite);
        appendList(problems, "these variances are negative", m_negative);
        return problems.empty()
                   ? Status()
                   : fail(ErrorCode::CorruptFile, "The file is damaged: " + problems + "; fetch it again.");
    }
    return fail(ErrorCode::CorruptFile, "The file's tensors don't make a SAM 3 model (" + problems +
                                            "); use a file of the official SAM 3 layout.");
}

WeightScope WeightScope::operator/(std::string_view name) const {
    return {m_loader, m_path + std::string(name) + "."};
}

Tensor WeightScope::tensor(std::string_view name, const Shape& shape) const {
    const auto* stored = m_loader.claim(m_path + std::string(name), shape);
    return stored == nullptr ? Tensor() : m_loader.onDevice(*stored, shape);
}

LinearWeights WeightScope::matrix(std::string_view name, const Shape& shape) const {
    const std::string path = m_path + std::string(name);
    const auto* stored = m_loader.claim(path, shape, WeightLoader::Accept::AlsoI8);
    if (stored == nullptr)
        return {};
    LinearWeights weights;
    weights.weight = m_loader.asStored(*stored, shape);
    if (stored->second.type != DType::I8)
        return weights;
    weights.scale = m_loader.scaleOf(path, shape);
    return weights.scale.isEmpty() ? LinearWeights{} : weights;
}

Tensor WeightScope::table(std::string_view name, const Shape& shape) const {
    const auto* stored = m_loader.claim(m_path + std::string(name), shape);
    return stored == nullptr ? Tensor() : m_loader.asStored(*stored, shape);
}

std::vector<float> WeightScope::values(std::string_view name, const Shape& shape) const {
    const auto* stored = m_loader.claim(m_path + std::string(name), shape);
    return stored == nullptr ? std::vector<float>(product(shape), 0.0F) : m_loader.onHost(*stored);
}

Tensor WeightScope::convolution(std::string_view name, const Shape& shape) const {
    const auto* stored = m_loader.claim(m_path + std::string(name), shape);
    if (stored == nullptr)
        return {};
    const std::int64_t outputs = shape[0];
    const std::int64_t inputs = shape[1];
    const std::int64_t taps = shape[2] * shape[3];
    const Shape relaid{outputs, shape[2], shape[3], inputs};
    if (taps == 1 || inputs == 1)
        return m_loader.onDevice(*stored, relaid);
    const std::vector<float> from = m_loader.onHost(*stored);
    std::vector<float> to(from.size());
    for (std::int64_t o = 0; o < outputs; ++o)
        for (std::int64_t i = 0; i < inputs; ++i)
            for (std::int64_t t = 0; t < taps; ++t)
                to[(o * taps + t) * inputs + i] = from[(o * inputs + i) * taps + t];
    return upload(to, relaid);
}

Tensor WeightScope::transposedConvolution(std::string_view name, const Shape& shape) const {
    const auto* stored = m_loader.claim(m_path + std::string(name), shape);
    if (stored == nullptr)
        return {};
    const std::int64_t inputs = shape[0];
    const std::int64_t outputs = shape[1];
    const std::vector<float> from = m_loader.onHost(*stored);
    std::vector<float> to(from.size());
    constexpr std::int64_t kLine = 16; // floats: lines of the result are written whole
    for (std::int64_t first = 0; first < inputs; first += kLine)
        for (std::int64_t o = 0; o < 4 * outputs; ++o)
            for (std::int64_t i = first; i < std::min(first + kLine, inputs); ++i)
                to[(o % 4 * outputs + o / 4) * inputs + i] = from[i * outputs * 4 + o];
    return upload(to, {4 * outputs, inputs});
}

Tensor WeightScope::transposedBias(std::string_view name, std::int64_t outputs) const {
    const std::vector<float> once = values(name, {outputs});
    std::vector<float> repeated;
    for (int t = 0; t < 4; ++t)
        repeated.insert(repeated.end(), once.begin(), once.end());
    return upload(repeated, {4 * outputs});
}

Tensor WeightScope::transposed(std::string_view name, const Shape& shape) const {
    const auto* stored = m_loader.claim(m_path + std::string(name), shape);
    if (stored == nullptr)
        return {};
    const std::vector<float> from = m_loader.onHost(*stored);
    const std::int64_t rows = shape[0];
    const std::int64_t columns = elementCount(shape) / std::max<std::int64_t>(rows, 1);
    std::vector<float> to(from.size());
    for (std::int64_t r = 0; r < rows; ++r)
        for (std::int64_t c = 0; c < columns; ++c)
            to[c * rows + r] = from[r * columns + c];
    return upload(to, {columns, rows});
}

Tensor WeightScope::upload(const std::vector<float>& values, Shape shape) const {
    return m_loader.m_device.upload(std::as_bytes(std::span(values)), DType::F32, std::move(shape));
}

bool WeightScope::exists() const {
    return hasBelow(*m_loader.m_source, m_path);
}

Shape WeightScope::shapeOf(std::string_view name) const {
    const auto found = m_loader.m_source->tensors().find(m_path + std::string(name));
    return found == m_loader.m_source->tensors().end() ? Shape() : found->second.shape;
}

void WeightScope::refuse(std::string_view name, Fault fault) const {
    auto& list = fault == Fault::NotFinite ? m_loader.m_notFinite : m_loader.m_negative;
    list.push_back(m_path + std::string(name));
}

} // namespace inference
