// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/file_names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace inference {
namespace {

using Names = std::vector<FileName>;

constexpr std::array<std::string_view, 2> kOuter{"module.", "_orig_mod."};
constexpr std::string_view kInfix = "student_trunk.";
constexpr std::string_view kTrunk = ".vision_backbone.trunk.";
constexpr std::string_view kStudent = ".vision_backbone.trunk.model.";

bool startsWith(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

template <class Test> bool anyName(const Names& names, Test test) {
    return std::any_of(names.begin(), names.end(), [&](const FileName& entry) { return test(entry.name); });
}

bool anyBegins(const Names& names, std::string_view prefix) {
    return anyName(names, [&](const std::string& name) { return startsWith(name, prefix); });
}

bool anyContains(const Names& names, std::string_view part) {
    return anyName(names, [&](const std::string& name) { return contains(name, part); });
}

/// Prefixes that all names carry, and an infix of some exports.
void stripOuter(Names& names) {
    for (const std::string_view outer : kOuter) {
        const bool all = std::all_of(names.begin(), names.end(),
                                     [&](const FileName& entry) { return startsWith(entry.name, outer); });
        if (!all)
            continue;
        for (FileName& entry : names)
            entry.name.erase(0, outer.size());
    }
    for (FileName& entry : names)
        for (std::size_t at = entry.name.find(kInfix); at != std::string::npos; at = entry.name.find(kInfix))
            entry.name.erase(at, kInfix.size());
}

void replacePrefix(std::string& name, std::span<const Prefix> prefixes) {
    for (const Prefix& prefix : prefixes)
        if (startsWith(name, prefix.file)) {
            name.replace(0, prefix.file.size(), prefix.canonical);
            return;
        }
}

/// True if the names are rooted where the whole models have their parts.
bool isRooted(const Names& names) {
    return anyBegins(names, "detector.") || anyBegins(names, "tracker.") ||
           anyBegins(names, "detector_model.") || anyBegins(names, "tracker_model.");
}

/// Puts the prefix of the whole model before the names of a part that was saved alone.
void addRoots(Names& names) {
    if (isRooted(names))
        return;
    if (anyBegins(names, "backbone.vision_backbone.")) {
        for (FileName& entry : names)
            entry.name.insert(0, "detector.");
        return;
    }
    const bool isDetectors = anyBegins(names, "mask_decoder.pixel_decoder.");
    for (FileName& entry : names) {
        for (const Prefix& prefix : bareHuggingFacePrefixes())
            if (startsWith(entry.name, prefix.file)) {
                entry.name.insert(0, prefix.canonical);
                break;
            }
        if (startsWith(entry.name, "mask_decoder."))
            entry.name.insert(0, isDetectors ? "detector_model." : "tracker_model.");
    }
}

/// Early exports of light models hold the ViT, too.
void dropSecondTrunk(Names& names) {
    if (!anyContains(names, kStudent))
        return;
    const auto isOld = [](const FileName& entry) {
        return contains(entry.name, kTrunk) && !contains(entry.name, kStudent);
    };
    names.erase(std::remove_if(names.begin(), names.end(), isOld), names.end());
}

} // namespace

bool isIgnored(std::string_view name) {
    const auto globs = ignoredNames();
    return std::any_of(globs.begin(), globs.end(),
                       [&](std::string_view glob) { return fitsGlob(name, glob); });
}

Naming namingOf(const std::vector<FileName>& names) {
    if (!anyBegins(names, "detector_model.") && !anyBegins(names, "tracker_model."))
        return Naming::Official;
    const bool isMlx = anyBegins(names, "detector_model.vision_encoder.neck.propagation_convs.") ||
                       anyBegins(names, "tracker_model.interactive_sam_mask_decoder.");
    return isMlx ? Naming::Mlx : Naming::HuggingFace;
}

std::vector<FileName> unwrappedNames(const WeightSource::Tensors& tensors) {
    Names names;
    for (const auto& [name, tensor] : tensors)
        names.push_back({name, &name, &tensor});
    stripOuter(names);
    const bool isMultiplex =
        anyContains(names, "propagation_convs.") || anyContains(names, "interactive_sam_mask_decoder.");
    for (FileName& entry : names)
        replacePrefix(entry.name, wrapperPrefixes(isMultiplex));
    addRoots(names);
    dropSecondTrunk(names);
    return names;
}

} // namespace inference
