// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inference/api/result.h"
#include "inference/device/device.h"
#include "inference/device/kernels.h"
#include "inference/tensor/tensor.h"
#include "inference/weights/weight_scan.h"
#include "inference/weights/weight_source.h"

#include <functional>
#include <memory>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace inference {

class WeightScope;

/// One loading of a model: reads tensors as f32 (f32 ones straight from the mapped file) and notes what
/// doesn't fit.
class WeightLoader {
public:
    /// Once `stop` is requested nothing more is read: every tensor is empty.
    WeightLoader(std::shared_ptr<const WeightSource> source, Device& device, std::stop_token stop = {});

    WeightScope root();
    /// One error that lists every missing part and tensor, every misshapen tensor that was asked for, and
    /// every tensor of the file that nobody asked for and that `isKnownExtra` doesn't excuse; else one that
    /// lists the tensors with impossible values: those that are not finite among the small and the copied
    /// ones, and those that were refused. Cancelled once a stop was requested.
    Status finish(const std::function<bool(std::string_view name)>& isKnownExtra) const;
    /// Of the tensors that no value was read of. To be taken once, after finish().
    std::unique_ptr<WeightScan> takeScan() { return std::move(m_scan); }

private:
    friend class WeightScope;
    enum class Accept { Floats, AlsoI8 };
    using Entry = WeightSource::Tensors::value_type; ///< a name and what the file has under it
    const Entry* claim(const std::string& name, const Shape& shape, Accept accept = Accept::Floats);
    Tensor onDevice(const Entry& entry, const Shape& shape); ///< as f32
    Tensor asStored(const Entry& entry, const Shape& shape); ///< f16, bf16 and i8 as they are
    std::vector<float> onHost(const Entry& entry);
    /// Notes a large tensor whose copy holds values that are not finite; small ones were looked at before.
    void noteValues(const Entry& entry, DType type, std::span<const std::byte> copy);
    /// Of an 8-bit matrix; empty if it is missing or of another shape.
    Tensor scaleOf(const std::string& matrix, const Shape& shape);
    /// The tensor where the file lies; empty if it has to be put together or is not aligned.
    Tensor mapped(const Entry& entry, const Shape& shape);
    void expect(const StoredTensor& stored) const; ///< it is read soon
    void forget(const StoredTensor& stored) const; ///< it was copied

    std::shared_ptr<const WeightSource> m_source;
    Device& m_device;
    std::stop_token m_stop;
    std::unique_ptr<WeightScan> m_scan = std::make_unique<WeightScan>(m_source);
    std::set<std::string, std::less<>> m_claimed;
    std::vector<std::string> m_missing;
    std::vector<std::string> m_misshapen;
    std::vector<std::string> m_notFinite;
    std::vector<std::string> m_negative;
};

/// A path into a weight file: layers read their tensors by the checkpoint's names. Never fails; what is wrong
/// is noted in the loader and the tensor is empty. All shapes are PyTorch's, as stored.
class WeightScope {
public:
    WeightScope(WeightLoader& loader, std::string path) : m_loader(loader), m_path(std::move(path)) {}

    WeightScope operator/(std::string_view name) const;
    WeightScope operator/(int index) const { return *this / std::to_string(index); }

    Tensor tensor(std::string_view name, const Shape& shape) const;
    /// A matrix for ops::linear in the type the file stores: f16 and bf16 stay, mapped where their alignment
    /// allows; i8 brings its scale, stored as `name` + ".scale". The bias is left empty.
    LinearWeights matrix(std::string_view name, const Shape& shape) const;
    /// A table for ops::gatherRows: f32, f16 or bf16 as stored.
    Tensor table(std::string_view name, const Shape& shape) const;
    /// The same values on the host.
    std::vector<float> values(std::string_view name, const Shape& shape) const;
    /// Stored [O,I,kh,kw]; result [O,kh,kw,I].
    Tensor convolution(std::string_view name, const Shape& shape) const;
    /// Stored [I,O,2,2]; result [(dy,dx,o),I], for ops::linear followed by ops::pixelShuffle2.
    Tensor transposedConvolution(std::string_view name, const Shape& shape) const;
    /// The bias [O] of a transposed convolution, repeated for its four output pixels: [4·O].
    Tensor transposedBias(std::string_view name, std::int64_t outputs) const;
    /// Stored [O,I]; result [I,O].
    Tensor transposed(std::string_view name, const Shape& shape) const;

    Tensor upload(const std::vector<float>& values, Shape shape) const;

    /// Whether the file has anything below this path: layers that only some sizes have.
    bool exists() const;
    /// The shape of a tensor as stored, empty if there is none; claims nothing.
    Shape shapeOf(std::string_view name) const;
    /// Notes a tensor whose values no model can have.
    enum class Fault { NotFinite, NegativeVariance };
    void refuse(std::string_view name, Fault fault) const;

private:
    WeightLoader& m_loader;
    std::string m_path; ///< empty, or ends in a point
};

/// The stored elements as floats; null type (F64 excepted) and integers give an empty vector.
std::vector<float> toFloats(const StoredTensor& stored);

} // namespace inference
