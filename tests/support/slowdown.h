// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace test {

/// What a limit of time is multiplied by. The sanitizers look at each access to memory, which kernels of
/// vectors pay for most, and those tests are worth running under them for the threads they start.
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
inline constexpr double kSlowdown = 20;
#else
inline constexpr double kSlowdown = 1;
#endif

} // namespace test
