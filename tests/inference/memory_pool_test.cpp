// SPDX-License-Identifier: Apache-2.0
#include "inference/cpu/cpu_memory.h"

#include <gtest/gtest.h>

namespace inference::test {

TEST(MemoryPool, keepsFreedBlocksUntilTheyAreReleased) {
    cpu::MemoryPool pool(std::size_t{1} << 20);
    pool.take(5000).reset();
    EXPECT_GE(pool.keptBytes(), 5000U);
    const auto used = pool.take(5000);
    EXPECT_EQ(pool.keptBytes(), 0U);
    pool.take(9000).reset();
    pool.releaseKept();
    EXPECT_EQ(pool.keptBytes(), 0U);
    EXPECT_GE(used->size(), 5000U);
}

} // namespace inference::test
