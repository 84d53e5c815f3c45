using LowCodeErp.BuiltIns.Fields.Tags;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Tags;

public sealed class TagsFieldTests : FieldTypeSpecification<TagsField>
{
    private static readonly TagsSettings Closed = new() { Vocabulary = ["VIP", "新客"], OnlyVocabulary = true };

    protected override string ExpectedKey => "tags";

    protected override IReadOnlyList<FieldSample> Samples
        => [new(new TagsSettings(), Value.OfTexts(["老客户", "Ａ"])), new(Closed, Value.OfTexts(["新客", "VIP"]))];

    [Fact]
    public void Read_TextWithSeparators_KeepsOrderAndDropsRepetitions()
        => Assert.Equal(Value.OfTexts(["b", "a"]), Read(" b、a；Ｂ,,A").Value);

    [Fact]
    public void Read_SpellingOtherThanTheVocabularys_TakesTheVocabularys()
        => Assert.Equal(Value.OfTexts(["VIP"]), Read("ｖｉｐ", Closed).Value);

    [Fact]
    public void Read_OutsideAClosedVocabulary_IsReported()
        => Assert.Equal("field.tags.unknown", Assert.Single(Read("VIP、其他", Closed).Diagnostics).Code);

    [Fact]
    public void Read_VeryLongTag_IsReported()
        => Assert.Equal("field.tags.too-long", Assert.Single(Read(new string('长', 51)).Diagnostics).Code);

    [Fact]
    public void Read_TooManyTags_IsReported()
        => Assert.Equal("field.list.too-many", Assert.Single(Read(string.Join(',', Enumerable.Range(1, 201))).Diagnostics).Code);

    [Fact]
    public void CheckSettings_RepeatedOrEmptyVocabulary_IsRefused()
    {
        Assert.Equal("field.tags.vocabulary", Assert.Single(CheckSettings(new TagsSettings { Vocabulary = ["VIP", "vip"] })).Code);
        Assert.Equal("field.tags.no-vocabulary", Assert.Single(CheckSettings(new TagsSettings { OnlyVocabulary = true })).Code);
    }
}
