// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>

#include <nlohmann/json.hpp>

#include <functional>
#include <set>
#include <string>

namespace core {

/// What a file has besides the lists that are read.
struct JsonRest {
    nlohmann::json info;         ///< its "info", whatever that is
    std::set<std::string> names; ///< of the other members, a hundred at most
};

/// Reads a JSON file that is one object with long lists in it, and hands on one list entry at a time, so that
/// memory holds one entry. `use` gets the list's name and the entry, for the lists named in `lists` only.
/// With an empty name in `lists` the file may be a single list, too. Errors: NotFound, Io, CorruptFile (not
/// JSON; not such an object; nested deeper than 32; an entry of more than four million values; a text of more
/// than 32 MB), and what `use` returns: a clause without a full stop, which is put after the file's name.
Status readJsonLists(const QString& file, const std::set<std::string>& lists,
                     const std::function<Status(const std::string& list, const nlohmann::json& entry)>& use,
                     JsonRest* rest = nullptr);

/// The same for one list; what `use` returns is a whole sentence already and is handed on as it is.
Status readJsonList(const QString& file, const std::string& list,
                    const std::function<Status(const nlohmann::json& entry)>& use, JsonRest* rest = nullptr);

} // namespace core
