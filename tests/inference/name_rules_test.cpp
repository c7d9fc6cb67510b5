// SPDX-License-Identifier: Apache-2.0
#include "inference/weights/name_rules.h"

#include "inference/weights/name_tables.h"
#include "tests/support/inference/layouts.h"
#include "tests/support/inference/name_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace inference::test {
namespace {

using ::testing::IsEmpty;

std::string fit(std::string_view name, std::string_view from, std::string_view to) {
    return rewritten(name, from, to).value_or("-");
}

TEST(NameRules, wildcardsAreCarriedOverInOrder) {
    EXPECT_EQ(fit("layers.12.norm2.bias", "layers.#.norm{1,2}.~", "blocks.#.ln_{a,b}.~"),
              "blocks.12.ln_b.bias");
    EXPECT_EQ(fit("a.3.b.4", "a.#.b.#", "#.#"), "3.4");
    EXPECT_EQ(fit("x.running_var", "x.*", "y.*"), "y.running_var");
    EXPECT_EQ(fit("p.out_proj.weight", "p.(o_proj|out_proj).~", "q.~"), "q.weight");
    EXPECT_EQ(fit("norm.weight", "norm{,1}.~", "n{0,1}.~"), "-") << "an alternative is never empty";
    EXPECT_EQ(fit("ab", "{a,ab}", "{x,y}"), "y") << "the first alternative fits, but not the rest";
}

TEST(NameRules, whatDoesNotFitIsLeftAlone) {
    EXPECT_EQ(fit("layers.x.w", "layers.#.w", "l"), "-");
    EXPECT_EQ(fit("layers..w", "layers.#.w", "l"), "-");
    EXPECT_EQ(fit("layers.1.weights", "layers.#.~", "l"), "-");
    EXPECT_EQ(fit("x.a.b", "x.*", "y.*"), "-");
    EXPECT_EQ(fit("", "#", "l"), "-");
    EXPECT_EQ(fit("q_proj", "{q,k}_pro", "l"), "-");
}

TEST(NameRules, globs) {
    EXPECT_TRUE(fitsGlob("detector.trunk.blocks.0.attn.freqs_cis", "*.freqs_cis"));
    EXPECT_FALSE(fitsGlob("detector.freqs_cis_real", "*.freqs_cis"));
    EXPECT_TRUE(fitsGlob("a.classifier.0.weight", "*.classifier.*"));
    EXPECT_FALSE(fitsGlob("classifier", "*.classifier.*"));
    EXPECT_TRUE(fitsGlob("epoch", "epoch*"));
    EXPECT_FALSE(fitsGlob("aba", "ab*ba")) << "the ends may not share letters";
    EXPECT_TRUE(fitsGlob("same", "same"));
}

TEST(NameRules, marksSayWhatHappensToTheTensor) {
    constexpr std::array<NameRule, 5> rules{{{"{q,k,v}_proj.~", "qkv.~ [{q,k,v}]"},
                                             {"projection.weight", "projection (T)"},
                                             {"points.weight", "points.#.weight (P2)"},
                                             {"copy", "original (=)"},
                                             {"head.layers.0.~", "head.layers.1.~ (M)"}}};
    const std::array<NameTable, 1> tables{{{"in.", "out.", rules}}};
    bool hasInput = false;
    const auto exists = [&](const std::string& name) { return hasInput && name == "in.head.proj_in.weight"; };
    const auto meaning = [&](const char* name) { return canonicalName(tables, name, exists); };
    EXPECT_EQ(meaning("in.k_proj.bias")->name, "out.qkv.bias");
    EXPECT_EQ(meaning("in.k_proj.bias")->block, 1);
    EXPECT_EQ(meaning("in.projection.weight")->name, "out.projection");
    EXPECT_EQ(meaning("in.projection.weight")->change, CanonicalName::Change::Transposed);
    EXPECT_EQ(meaning("in.points.weight")->name, "out.points.#.weight");
    EXPECT_EQ(meaning("in.points.weight")->change, CanonicalName::Change::EachRow);
    EXPECT_TRUE(meaning("in.copy")->isCopy);
    EXPECT_FALSE(meaning("in.head.layers.0.weight"));
    hasInput = true;
    EXPECT_EQ(meaning("in.head.layers.0.weight")->name, "out.head.layers.1.weight");
    EXPECT_FALSE(meaning("k_proj.bias")) << "another prefix";
}

/// Renames a whole list, and says what went wrong on the way.
struct Renamed {
    std::set<std::string> names;
    std::vector<std::string> unknown;
    std::vector<std::string> twice;
    int copies = 0;

    Renamed(const std::vector<NameTable>& tables, const std::set<std::string>& files) {
        std::set<std::string> seen;
        for (const std::string& file : files) {
            const auto meaning =
                canonicalName(tables, file, [&](const std::string& name) { return files.count(name) > 0; });
            if (!meaning)
                unknown.push_back(file);
            else if (meaning->isCopy)
                ++copies;
            else
                add(*meaning, seen);
        }
    }
    void add(const CanonicalName& meaning, std::set<std::string>& seen) {
        const std::string block = meaning.block ? "/" + std::to_string(*meaning.block) : "";
        if (!seen.insert(meaning.name + block).second)
            twice.push_back(meaning.name + block);
        const bool isTable = meaning.change == CanonicalName::Change::EachRow;
        for (int row = 0; row < (isTable ? 4 : 1); ++row) {
            std::string name = meaning.name;
            if (isTable)
                name.replace(name.find('#'), 1, std::to_string(row));
            names.insert(name);
        }
    }
};

std::set<std::string> keys(const std::map<std::string, Shape>& list) {
    std::set<std::string> names;
    for (const auto& entry : list)
        names.insert(entry.first);
    return names;
}

std::set<std::string> without(const std::set<std::string>& names, const std::vector<const char*>& globs) {
    std::set<std::string> rest;
    for (const std::string& name : names)
        if (std::none_of(globs.begin(), globs.end(), [&](const char* glob) { return fitsGlob(name, glob); }))
            rest.insert(name);
    return rest;
}

TEST(NameTables, huggingFacesNamesAreTheOfficialOnes) {
    const std::set<std::string> files = keys(nameList("hugging_face"));
    const std::set<std::string> official = keys(nameList("official"));
    ASSERT_EQ(files.size(), 1797U);
    ASSERT_EQ(official.size(), 1465U);
    const Renamed renamed(huggingFaceTables(), files);
    EXPECT_THAT(renamed.unknown, IsEmpty());
    EXPECT_THAT(renamed.twice, IsEmpty());
    EXPECT_EQ(renamed.copies, 1);
    EXPECT_EQ(renamed.names.size(), 1465U - 32U - 6U);
    EXPECT_EQ(renamed.names, without(official, {"*.freqs_cis", "detector.geometry_encoder.points_*"}));
}

std::set<std::string> multiplexNames() {
    std::set<std::string> names =
        without(keys(nameList("official")), {"tracker.*", "*.convs.*", "*.sam2_convs.*"});
    names.merge(keys(nameList("multiplex")));
    return names;
}

TEST(NameTables, mlxNamesAreThoseOfSam31) {
    const std::set<std::string> official = multiplexNames();
    ASSERT_EQ(official.size(), 1623U);
    const std::set<std::string> needed = without(official, {"*.freqs_cis"});
    for (const bool swaps : {true, false}) {
        const std::vector<NameTable> tables = mlxTables({swaps, swaps});
        std::set<std::string> files;
        for (const std::string& name : needed) {
            const StoredAs as = storedAs(tables, name);
            EXPECT_THAT(as.names, ::testing::Not(IsEmpty())) << name;
            files.insert(as.names.begin(), as.names.end());
            files.insert(as.copies.begin(), as.copies.end());
        }
        EXPECT_EQ(files.size(), 1961U);
        const Renamed renamed(tables, files);
        EXPECT_THAT(renamed.unknown, IsEmpty());
        EXPECT_THAT(renamed.twice, IsEmpty());
        EXPECT_EQ(renamed.names, needed);
    }
}

TEST(NameTables, liteTextsNamesAreTheOfficialOnes) {
    std::set<std::string> files;
    for (const auto& entry : nameList("hugging_face_litetext"))
        files.insert("detector_model." + entry.first);
    const Renamed renamed(liteTextTables(), files);
    EXPECT_THAT(renamed.unknown, IsEmpty());
    EXPECT_THAT(renamed.twice, IsEmpty());
    const std::string text = "detector.backbone.language_backbone.";
    // Counters of the normalisations and the unused projection are among the names.
    constexpr std::size_t kBlocks = 10 * 12 + 2 * 24;
    EXPECT_EQ(without(renamed.names, {"*.num_batches_tracked", "*.projection_layer"}).size(), kBlocks + 6);
    for (const char* name :
         {"projector.weight", "encoder.embedding_layer.weight",
          "encoder.transformer.0.token_mixer.mixer.rbr_conv.0.bn.running_var",
          "encoder.transformer.11.convffn.fc2.bias", "encoder.transformer.10.pre_norm_mha.1.qkv_proj.weight",
          "encoder.transformer.1.pre_norm_ffn.4.bias"})
        EXPECT_EQ(renamed.names.count(text + name), 1U) << name;
}

TEST(NameTables, aliasesOfConvertersAreRead) {
    const std::vector<NameTable> tables = mlxTables({});
    const auto canonical = [&](const std::string& name) {
        const auto meaning = canonicalName(tables, name, [](const std::string&) { return false; });
        return meaning ? meaning->name : "-";
    };
    EXPECT_EQ(canonical("detector_model.geometry_encoder.encode.2.cross_attn_image.out_proj.bias"),
              "detector.geometry_encoder.encode.2.cross_attn_image.out_proj.bias");
    EXPECT_EQ(canonical("detector_model.geometry_encoder.norm.bias"), "detector.geometry_encoder.norm.bias");
    EXPECT_EQ(canonical("detector_model.geometry_encoder.img_pre_norm.bias"),
              "detector.geometry_encoder.img_pre_norm.bias");
    EXPECT_EQ(canonical("detector_model.geometry_encoder.prompt_layer_norm.bias"),
              "detector.geometry_encoder.img_pre_norm.bias");
    EXPECT_EQ(canonical("detector_model.detr_decoder.layers.5.self_attn_layer_norm.weight"),
              "detector.transformer.decoder.layers.5.norm1.weight");
    EXPECT_EQ(canonical("detector_model.detr_encoder.layers.0.linear2.weight"),
              "detector.transformer.encoder.layers.0.linear2.weight");
    EXPECT_EQ(canonical("detector_model.dot_product_scoring.text_mlp.layers.1.bias"),
              "detector.dot_prod_scoring.prompt_mlp.layers.1.bias");
    EXPECT_EQ(canonical("tracker_model.sam_mask_decoder.output_upscaling.3.bias"),
              "tracker.model.sam_mask_decoder.output_upscaling.3.bias");
    EXPECT_EQ(canonical("tracker_model.interactive_sam_prompt_encoder.mask_embed.6.bias"),
              "tracker.model.interactive_sam_prompt_encoder.mask_downscaling.6.bias");
    EXPECT_EQ(canonical("tracker_model.memory_encoder.mask_downsampler.layers.4.conv.bias"),
              "tracker.model.maskmem_backbone.mask_downsampler.encoder.12.bias");
    EXPECT_EQ(canonical("tracker_model.sam_mask_decoder.iou_prediction_head.layers.0.weight"),
              "tracker.model.sam_mask_decoder.iou_prediction_head.layers.0.weight");
}

TEST(NameTables, theMiddleLayerOfAPerceptronIsNumberZeroBesideItsInput) {
    const std::string head = "tracker_model.mask_decoder.iou_prediction_head.";
    const auto exists = [&](const std::string& name) { return name == head + "proj_in.weight"; };
    EXPECT_EQ(canonicalName(huggingFaceTables(), head + "layers.0.weight", exists)->name,
              "tracker.sam_mask_decoder.iou_prediction_head.layers.1.weight");
    EXPECT_EQ(
        storedAs(huggingFaceTables(), "tracker.sam_mask_decoder.iou_prediction_head.layers.1.weight").names,
        std::vector<std::string>{head + "layers.0.weight"});
}

} // namespace
} // namespace inference::test
