using System.Text.Json;
using LowCodeErp.BuiltIns.Fields.Date;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Date;

public sealed class DateFieldTests : FieldTypeSpecification<DateField>
{
    private static readonly DateOnly Expected = new(2026, 3, 5);

    protected override string ExpectedKey => "date";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new DateSettings(), Value.Of(Expected)),
        new(new DateSettings { Minimum = Expected, Maximum = Expected }, Value.Of(Expected)),
        new(new DateSettings(), Value.Of(new DateOnly(2024, 2, 29))),
    ];

    [Theory]
    [InlineData("2026-03-05")]
    [InlineData("2026-3-5")]
    [InlineData("2026/3/5")]
    [InlineData("2026/03/05")]
    [InlineData("2026.3.5")]
    [InlineData("2026年3月5日")]
    [InlineData("2026年03月05日")]
    [InlineData("2026 年 3 月 5 号")]
    [InlineData("20260305")]
    [InlineData("２０２６－０３－０５")]
    [InlineData("２０２６年３月５日")]
    [InlineData("\u30002026-03-05 ")]
    [InlineData("2026/3/5 0:00:00")]
    [InlineData("2026-03-05T08:30:00.123Z")]
    public void Read_DateInAnyNotation_IsRead(string input)
    {
        var reading = Read(input);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(Value.Of(Expected), reading.Value);
    }

    [Fact]
    public void Settings_WithDays_AreReadFromJson()
    {
        var diagnostics = new DiagnosticBag();

        var settings = DefinitionReader.Read(typeof(DateSettings), JsonElement.Parse("""{"minimum": "2026-03-05", "maximum": "05.03.2026"}"""), "settings", diagnostics);

        Assert.Null(settings);
        Assert.Equal(["json.not-a-date settings.maximum"], diagnostics.Items.Select(item => $"{item.Code} {item.Path}"));
        Assert.Equal(
            new DateSettings { Minimum = Expected },
            DefinitionReader.Read(typeof(DateSettings), JsonElement.Parse("""{"minimum": "2026-03-05"}"""), "settings", new()));
    }

    [Fact]
    public void Read_DateCell_DropsTheTime() => Assert.Equal(Value.Of(Expected), Read(InputValue.Of(new DateTime(2026, 3, 5, 23, 59, 59))).Value);

    [Fact]
    public void Read_EightDigitNumber_IsADate() => Assert.Equal(Value.Of(Expected), Read(InputValue.Of(20260305m)).Value);

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2025-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("3/5/2026")]
    [InlineData("26-3-5")]
    [InlineData("2026-3/5")]
    [InlineData("明天")]
    [InlineData("2026-03")]
    [InlineData("0026-03-05")]
    public void Read_Unreadable_IsRefused(string input)
    {
        var diagnostic = Assert.Single(Read(input).Diagnostics);

        Assert.Equal("field.date.unreadable", diagnostic.Code);
        Assert.Contains(input, diagnostic.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ExcelSerialNumber_IsRefusedWithARemedy()
    {
        Assert.Equal(["field.date.serial-number"], Read(InputValue.Of(46086m)).Codes);
        Assert.Equal(["field.date.serial-number"], Read("46086").Codes);
        Assert.Equal(["field.date.unreadable"], Read(InputValue.Of(12m)).Codes);
    }

    [Theory]
    [InlineData("2026-01-01", "")]
    [InlineData("2026-12-31", "")]
    [InlineData("2025-12-31", "field.date.too-early")]
    [InlineData("2027-01-01", "field.date.too-late")]
    public void Check_Range_IncludesItsLimits(string input, string code)
        => Assert.Equal(code, string.Concat(Read(input, new DateSettings { Minimum = new(2026, 1, 1), Maximum = new(2026, 12, 31) }).Codes));

    [Fact]
    public void CheckSettings_ReversedRange_IsReported()
        => Assert.Equal("field.range.reversed", Assert.Single(CheckSettings(new DateSettings { Minimum = new(2027, 1, 1), Maximum = new(2026, 1, 1) })).Code);
}
