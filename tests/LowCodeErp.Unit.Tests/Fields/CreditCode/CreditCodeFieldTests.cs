using LowCodeErp.BuiltIns.Fields.CreditCode;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.CreditCode;

public sealed class CreditCodeFieldTests : FieldTypeSpecification<CreditCodeField>
{
    protected override string ExpectedKey => "credit-code";

    protected override IReadOnlyList<FieldSample> Samples => [new(new CreditCodeSettings(), Value.Of("91350100M000100Y43")), new(new CreditCodeSettings(), Value.Of("91110108551385082Q"))];

    protected override string ExpectedMask(FieldSample sample) => sample.Value.AsText() switch
    {
        "91350100M000100Y43" => "9135****0Y43",
        "91110108551385082Q" => "9111****082Q",
        _ => "***",
    };

    [Theory]
    [InlineData("91350100M000100Y43", "9135****0Y43")]
    public void Mask_Value_RevealsWhatIdentifiesNobody(string text, string mask) => Assert.Equal(mask, Type.Mask(Value.Of(text), new CreditCodeSettings()));

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91350100m000100y43")]
    [InlineData("９１３５０１００Ｍ０００１００Ｙ４３")]
    [InlineData("913501 00M000 100Y43")]
    [InlineData("91350100-M000100Y4-3")]
    public void Read_CodeInAnyNotation_IsWrittenOneWay(string input) => Assert.Equal("91350100M000100Y43", Read(input).Value.AsText());

    /// <summary>Every single mistake, and every swap of neighbours but of those that differ by nothing, is found.</summary>
    [Fact]
    public void Read_AnySingleMistake_IsRefused()
    {
        const string Code = "91110108551385082Q";
        foreach (var (index, character) in Code.Index())
        {
            foreach (var other in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(other => other != character))
            {
                Assert.Single(Read(Code[..index] + other + Code[(index + 1)..]).Diagnostics);
            }
        }
    }

    [Theory]
    [InlineData("91110108551385082", "field.credit-code.length", "17")]
    [InlineData("9111010855138508 2QX", "field.credit-code.length", "19")]
    [InlineData("110108012345678", "field.credit-code.length", "15")]
    [InlineData("9111O108551385082Q", "field.credit-code.region", "第 5 位“O”")]
    [InlineData("91110108551385O82Q", "field.credit-code.character", "第 15 位“O”")]
    [InlineData("91110108551385082R", "field.credit-code.check-digit", "应为“Q”，现在是“R”")]
    [InlineData("91110109551385082Q", "field.credit-code.check-digit", "第 1 到 8 位")]
    [InlineData("91110108551385182Q", "field.credit-code.organisation", "第 9 到 17 位")]
    [InlineData("<script>alert(1)<s", "field.credit-code.character", "第 1 位")]
    public void Read_Mistake_IsRefusedAndSaysWhere(string input, string code, string where)
    {
        var diagnostic = Assert.Single(Read(input).Diagnostics);

        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(where, diagnostic.Message.Chinese, StringComparison.Ordinal);
    }
}
