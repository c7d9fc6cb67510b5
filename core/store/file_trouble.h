// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace core {

/// What happened to a project file behind the back of the program that has it open.
enum class FileTrouble {
    None,
    Gone,        ///< moved, deleted, or its folder is not there any more
    Replaced,    ///< another file has its name now
    Overwritten, ///< other content in the same file: what was there is lost
    Edited       ///< another program wrote to the database
};

} // namespace core
