// SPDX-License-Identifier: Apache-2.0
#include "inference/api/convert.h"

#include "inference/api/engine.h"
#include "inference/device/kernels.h"
#include "inference/model/config.h"
#include "inference/model/precision.h"
#include "inference/model/vocabulary.h"
#include "inference/weights/canonical_source.h"
#include "inference/weights/quantise.h"
#include "inference/weights/safetensors_writer.h"
#include "inference/weights/weight_scope.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace inference {
namespace {

constexpr std::uint64_t kMegabyte = 1'000'000;

std::uint64_t bytesOf(const Shape& shape, DType type) {
    return static_cast<std::uint64_t>(elementCount(shape)) * sizeOf(type);
}

Shape scaleShape(const Shape& matrix) {
    return {matrix[0], elementCount(matrix) / matrix[0] / kQuantBlock};
}

/// The scale of an 8-bit matrix; null if there is none that fits.
const StoredTensor* scaleOf(const WeightSource& source, const std::string& name, const StoredTensor& matrix) {
    const auto found = source.tensors().find(scaleName(name));
    if (matrix.type != DType::I8 || matrix.shape.empty() || matrix.shape[0] < 1 ||
        elementCount(matrix.shape) % (matrix.shape[0] * kQuantBlock) != 0 ||
        found == source.tensors().end() || found->second.type != DType::F32 ||
        found->second.shape != scaleShape(matrix.shape))
        return nullptr;
    return &found->second;
}

/// What of a source goes into the new file.
class Conversion {
public:
    Conversion(const WeightSource& source, Precision precision) : m_source(source), m_precision(precision) {}

    std::vector<PlannedTensor> plan();
    Status write(SafetensorsWriter& writer, const RunControl& control);

private:
    bool isWanted(const std::string& name, const StoredTensor& stored) const;
    Result<std::vector<float>> read(const std::string& name, const StoredTensor& stored) const;
    Status writeTensor(SafetensorsWriter& writer, const std::string& name, const StoredTensor& stored) const;
    void forget(const StoredTensor& stored) const;

    const WeightSource& m_source;
    Precision m_precision;
    std::uint64_t m_total = 0; ///< bytes
};

bool Conversion::isWanted(const std::string& name, const StoredTensor& stored) const {
    if (isIgnorable(name))
        return false;
    constexpr std::string_view kScale = ".scale";
    if (name.size() > kScale.size() && name.ends_with(kScale)) {
        const std::string matrix = name.substr(0, name.size() - kScale.size());
        if (const auto found = m_source.tensors().find(matrix);
            found != m_source.tensors().end() && found->second.type == DType::I8)
            return false;
    }
    return stored.type == DType::F32 || stored.type == DType::F16 || stored.type == DType::BF16 ||
           stored.typeName == "F64" || scaleOf(m_source, name, stored) != nullptr;
}

std::vector<PlannedTensor> Conversion::plan() {
    std::vector<PlannedTensor> tensors;
    for (const auto& [name, stored] : m_source.tensors()) {
        if (!isWanted(name, stored))
            continue;
        const DType type = storageType(name, stored.shape, m_precision);
        tensors.push_back({name, type, stored.shape});
        m_total += bytesOf(stored.shape, type);
        if (type == DType::I8)
            tensors.push_back({scaleName(name), DType::F32, scaleShape(stored.shape)});
    }
    return tensors;
}

void Conversion::forget(const StoredTensor& stored) const {
    for (const std::span<const std::byte> span : storedSpans(stored))
        m_source.forget(span);
}

Result<std::vector<float>> Conversion::read(const std::string& name, const StoredTensor& stored) const {
    std::vector<float> values;
    if (const StoredTensor* scale = scaleOf(m_source, name, stored)) {
        const std::vector<std::byte> integers = materialise(stored);
        values = dequantise({reinterpret_cast<const std::int8_t*>(integers.data()), integers.size()},
                            toFloats(*scale));
    } else {
        values = toFloats(stored);
    }
    forget(stored);
    if (!std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); }))
        return fail(ErrorCode::CorruptFile,
                    "The file is damaged: " + name + " holds values that are not finite; fetch it again.");
    return values;
}

Status Conversion::writeTensor(SafetensorsWriter& writer, const std::string& name,
                               const StoredTensor& stored) const {
    ASSIGN_OR_RETURN(const std::vector<float> values, read(name, stored));
    const DType type = storageType(name, stored.shape, m_precision);
    if (type == DType::I8) {
        const QuantisedMatrix matrix = quantise(values);
        RETURN_IF_ERROR(writer.write(scaleName(name), std::as_bytes(std::span(matrix.scales))));
        return writer.write(name, std::as_bytes(std::span(matrix.values)));
    }
    if (type == DType::F16 && std::any_of(values.begin(), values.end(),
                                          [](float v) { return std::isinf(halfToFloat(floatToHalf(v))); }))
        return fail(ErrorCode::Unsupported,
                    name + " holds values that are too large for f16; convert to bf16 instead.");
    return writer.write(name, encodeFloats(values, type));
}

Status Conversion::write(SafetensorsWriter& writer, const RunControl& control) {
    std::uint64_t done = 0;
    for (const auto& [name, stored] : m_source.tensors()) {
        if (!isWanted(name, stored))
            continue;
        if (control.stop.stop_requested())
            return fail(ErrorCode::Cancelled, "Stopped.");
        if (control.progress)
            control.progress({"convert", static_cast<int>(done / kMegabyte),
                              static_cast<int>((m_total + kMegabyte - 1) / kMegabyte)});
        RETURN_IF_ERROR(writeTensor(writer, name, stored));
        done += bytesOf(stored.shape, storageType(name, stored.shape, m_precision));
    }
    return {};
}

/// What the source says of itself, and what the files beside it add.
Result<WeightSource::Metadata> metadataOf(const WeightSource& source, const std::filesystem::path& path,
                                          Precision precision) {
    WeightSource::Metadata metadata = source.metadata();
    metadata["maskwright.precision"] = nameOf(precision);
    ASSIGN_OR_RETURN(const std::optional<std::string> vocabulary, findVocabulary(source, path));
    if (vocabulary)
        metadata["maskwright.vocabulary"] = *vocabulary;
    ASSIGN_OR_RETURN(const std::string sizes, statedSizes(source, path));
    if (!sizes.empty())
        metadata["maskwright.config"] = sizes;
    return metadata;
}

Status convert(const std::filesystem::path& given, const std::filesystem::path& out,
               const ConvertOptions& options, const RunControl& control) {
    ASSIGN_OR_RETURN(const std::filesystem::path in, weightsFileAt(given));
    ASSIGN_OR_RETURN(const std::shared_ptr<const WeightSource> source, openCheckpoint(in));
    ASSIGN_OR_RETURN([[maybe_unused]] const Config config, readConfig(*source, in));
    ASSIGN_OR_RETURN(const WeightSource::Metadata metadata, metadataOf(*source, in, options.precision));
    Conversion conversion(*source, options.precision);
    ASSIGN_OR_RETURN(const std::unique_ptr<SafetensorsWriter> writer,
                     SafetensorsWriter::create(out, conversion.plan(), metadata));
    RETURN_IF_ERROR(conversion.write(*writer, control));
    return writer->finish([](const std::filesystem::path& part) -> Status {
        ASSIGN_OR_RETURN([[maybe_unused]] const std::unique_ptr<Engine> engine,
                         Engine::open(part, {DeviceChoice::Cpu, 1, 0}));
        return {};
    });
}

} // namespace

Status convertModel(const std::filesystem::path& in, const std::filesystem::path& out,
                    const ConvertOptions& options, const RunControl& control) {
    try {
        return convert(in, out, options, control);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory,
                    "There is not enough memory to convert this model; close other programs.");
    }
}

const char* nameOf(Precision precision) {
    switch (precision) {
    case Precision::F32:
        return "f32";
    case Precision::F16:
        return "f16";
    case Precision::BF16:
        return "bf16";
    case Precision::Q8:
        return "q8";
    }
    return "?";
}

} // namespace inference
