// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace test {

/// What a limit of time is multiplied by. The thread sanitizer makes each access to memory ten times as slow,
/// and those tests are worth running under it for the threads they start.
#ifdef __SANITIZE_THREAD__
inline constexpr double kSlowdown = 20;
#else
inline constexpr double kSlowdown = 1;
#endif

} // namespace test
