// SPDX-License-Identifier: Apache-2.0
#include "tests/support/inference/name_list.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace inference::test {
namespace {

std::vector<std::string> alternatives(const std::string& list) {
    std::vector<std::string> result;
    if (const std::size_t dots = list.find(".."); dots != std::string::npos) {
        for (int i = std::stoi(list); i <= std::stoi(list.substr(dots + 2)); ++i)
            result.push_back(std::to_string(i));
        return result;
    }
    std::istringstream stream(list);
    for (std::string item; std::getline(stream, item, ',');)
        result.push_back(item);
    return result;
}

std::vector<std::string> expanded(const std::string& pattern) {
    const std::size_t open = pattern.find('{');
    if (open == std::string::npos)
        return {pattern};
    const std::size_t close = pattern.find('}', open);
    std::vector<std::string> names;
    for (const std::string& item : alternatives(pattern.substr(open + 1, close - open - 1)))
        for (std::string& name : expanded(pattern.substr(0, open) + item + pattern.substr(close + 1)))
            names.push_back(std::move(name));
    return names;
}

Shape parsedShape(const std::string& text) {
    Shape shape;
    std::istringstream stream(text);
    for (std::string extent; text != "-" && std::getline(stream, extent, 'x');)
        shape.push_back(std::stoll(extent));
    return shape;
}

} // namespace

std::map<std::string, Shape> nameList(const std::string& list) {
    std::ifstream stream(std::filesystem::path(TEST_DATA_DIR) / "names" / (list + ".txt"));
    if (!stream)
        std::abort();
    std::map<std::string, Shape> names;
    std::string pattern;
    std::string shape;
    while (stream >> pattern >> shape)
        for (const std::string& name : expanded(pattern))
            names[name] = parsedShape(shape);
    return names;
}

} // namespace inference::test
