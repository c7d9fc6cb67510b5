// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace inference {

/// What kind of failure a caller may want to tell apart. Everything else is in the message.
enum class ErrorCode {
    Cancelled,
    InvalidArgument,
    NotFound,
    Unsupported,
    CorruptFile,
    Io,
    OutOfMemory,
    DeviceLost,
    Internal
};

/// A failure of the world, not of the program (bugs are asserts). `message` is one English sentence that says
/// what is wrong and, where the user can act, what to do.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
};

/// std::expected's interface until the compilers we support have it (architecture §7).
template <class T> using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
    return tl::unexpected<Error>(Error{code, std::move(message)});
}

} // namespace inference

// NOLINTBEGIN(bugprone-macro-parentheses): `declaration` declares a variable, parentheses would forbid that.
/// Returns from the calling function if `expr` (a Status) failed.
#define RETURN_IF_ERROR(expr)                                                                                \
    if (auto statusOrError = (expr); !statusOrError)                                                         \
    return tl::unexpected(std::move(statusOrError).error())

#define MW_CONCAT_INNER(a, b) a##b
#define MW_CONCAT(a, b) MW_CONCAT_INNER(a, b)
#define MW_ASSIGN_OR_RETURN(temporary, declaration, expr)                                                    \
    auto temporary = (expr);                                                                                 \
    if (!temporary)                                                                                          \
        return tl::unexpected(std::move(temporary).error());                                                 \
    declaration = std::move(*temporary)

/// ASSIGN_OR_RETURN(Tensor x, encode(run)); declares `x`, or returns the error.
#define ASSIGN_OR_RETURN(declaration, expr)                                                                  \
    MW_ASSIGN_OR_RETURN(MW_CONCAT(resultOrError, __LINE__), declaration, expr)
// NOLINTEND(bugprone-macro-parentheses)
