// SPDX-License-Identifier: Apache-2.0
#include "core/project/attribute.h"

#include "core/project/shape_facts.h"

#include <gtest/gtest.h>

namespace core {
namespace {

std::optional<QString> valueOf(AttributeType type, const char* typed) {
    const Attribute attribute{
        {1}, QStringLiteral("a"), type, {QStringLiteral("Small"), QStringLiteral("very big")}};
    return attributeValue(attribute, QString::fromUtf8(typed));
}

} // namespace

TEST(Attribute, takesWhatIsOfItsTypeInOneForm) {
    EXPECT_EQ(valueOf(AttributeType::Bool, " Yes "), QStringLiteral("yes"));
    EXPECT_EQ(valueOf(AttributeType::Bool, "0"), QStringLiteral("no"));
    EXPECT_EQ(valueOf(AttributeType::Bool, "perhaps"), std::nullopt);
    EXPECT_EQ(valueOf(AttributeType::Choice, "VERY  big"), QStringLiteral("very big"));
    EXPECT_EQ(valueOf(AttributeType::Choice, "medium"), std::nullopt);
    EXPECT_EQ(valueOf(AttributeType::Number, "2.50"), QStringLiteral("2.5"));
    EXPECT_EQ(valueOf(AttributeType::Number, "1e3"), QStringLiteral("1000"));
    EXPECT_EQ(valueOf(AttributeType::Number, "nan"), std::nullopt);
    EXPECT_EQ(valueOf(AttributeType::Number, "2,5"), std::nullopt);
    EXPECT_EQ(valueOf(AttributeType::Text, " a  b "), QStringLiteral("a b"));
    for (const AttributeType type :
         {AttributeType::Bool, AttributeType::Choice, AttributeType::Number, AttributeType::Text})
        EXPECT_EQ(valueOf(type, "  "), std::nullopt);
}

TEST(ShapeFacts, tellOfAreaBoxPartsHolesAndTheShareByHand) {
    const Mask ring = Mask::fromRect({2, 3, 6, 6}).subtracted(Mask::fromRect({4, 5, 2, 2}));
    const Mask mask = ring.united(Mask::fromRect({20, 3, 1, 4}));
    const ShapeFacts facts =
        shapeFacts(mask, Mask::fromRect({4, 5, 2, 2}).united(Mask::fromRect({20, 3, 1, 4})));
    EXPECT_EQ(facts, (ShapeFacts{36, QRect(2, 3, 19, 6), 2, 1, 0.2F}));
    EXPECT_EQ(shapeFacts({}, {}), ShapeFacts());
    EXPECT_EQ(shapeFacts({}, ring).byHand, 1);
}

} // namespace core
