using LowCodeErp.BuiltIns.Fields.MultiLine;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.MultiLine;

public sealed class MultiLineFieldTests : FieldTypeSpecification<MultiLineField>
{
    protected override string ExpectedKey => "multi-line";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new MultiLineSettings(), Value.Of("第一行\n\n第三行")),
        new(new MultiLineSettings { MaximumLength = 20_000, Rows = 30 }, Value.Of("<b>不是标签</b>")),
    ];

    [Fact]
    public void Read_LinesOfAnyKind_KeepTheirBreaksAsLf() => Assert.Equal("一\n二\n三", Read("一\r\n二\r三\n").Value.AsText());

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Check_Length_MayReachTheMaximum(int length, bool isAllowed)
        => Assert.Equal(isAllowed ? [] : ["field.text.too-long"], Read(new string('字', length), new MultiLineSettings { MaximumLength = 5 }).Codes);

    [Theory]
    [InlineData(0, 4, "settings.maximumLength")]
    [InlineData(20_001, 4, "settings.maximumLength")]
    [InlineData(100, 1, "settings.rows")]
    [InlineData(100, 31, "settings.rows")]
    public void CheckSettings_OutOfRange_IsReported(int maximumLength, int rows, string path)
        => Assert.Equal(path, Assert.Single(CheckSettings(new MultiLineSettings { MaximumLength = maximumLength, Rows = rows })).Path);
}
