using System.Globalization;
using LowCodeErp.BuiltIns.Fields.Time;
using LowCodeErp.Core.Values;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.Time;

public sealed class TimeFieldTests : FieldTypeSpecification<TimeField>
{
    private static readonly TimeSettings Shop = new() { Minimum = new(9, 0), Maximum = new(18, 0), Step = 15 };

    protected override string ExpectedKey => "time";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new TimeSettings(), Value.Of(TimeOnly.MinValue)),
        new(new TimeSettings(), Value.Of(new TimeOnly(0, 1))),
        new(new TimeSettings(), Value.Of(new TimeOnly(23, 59))),
        new(Shop, Value.Of(new TimeOnly(9, 30))),
    ];

    [Theory]
    [InlineData("9:30", "09:30")]
    [InlineData("９：３０", "09:30")]
    [InlineData("930", "09:30")]
    [InlineData("0930", "09:30")]
    [InlineData("9:30:59", "09:30")]
    [InlineData("93059", "09:30")]
    [InlineData("上午9点半", "09:30")]
    [InlineData("9点", "09:00")]
    [InlineData("9点钟", "09:00")]
    [InlineData("下午3点一刻", "15:15")]
    [InlineData("晚上8时05分", "20:05")]
    [InlineData("凌晨12点", "00:00")]
    [InlineData("12:05 am", "00:05")]
    [InlineData("2:30 PM", "14:30")]
    [InlineData("24", null)]
    [InlineData("24:00", null)]
    [InlineData("9:60", null)]
    [InlineData("上午13点", null)]
    [InlineData("晚上12点", null)]
    [InlineData("9", null)]
    [InlineData("2026-11-22 9:30", null)]
    [InlineData("中午", null)]
    public void Read_Text_IsTheTimeOrIsRefused(string input, string? expected)
    {
        var reading = Read(input);

        Assert.Equal(expected is null ? ["field.time.unreadable"] : [], reading.Codes);
        Assert.Equal(expected ?? "", Type.Format(reading.Value, new TimeSettings(), CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact]
    public void Read_CellsOfSpreadsheets_AreReadAsTheyAreShown()
    {
        var time = Value.Of(new TimeOnly(9, 30));

        Assert.Equal(time, Read(InputValue.Of(new DateTime(1899, 12, 30, 9, 30, 0))).Value);
        Assert.Equal(time, Read(InputValue.Of(0.395833333333333m)).Value);
        Assert.Equal(time, Read(InputValue.Of(930m)).Value);
        Assert.Equal(["field.time.unreadable"], Read(InputValue.Of(46086.5m)).Codes);
        Assert.Equal(["field.time.unreadable"], Read(InputValue.Of(new DateTime(2026, 11, 22, 1, 30, 0, DateTimeKind.Utc))).Codes);
    }

    [Theory]
    [InlineData("9:00", "")]
    [InlineData("18:00", "")]
    [InlineData("8:45", "field.time.too-early")]
    [InlineData("18:15", "field.time.too-late")]
    [InlineData("9:40", "field.time.off-step")]
    public void Check_RangeAndStep_AreKept(string input, string code) => Assert.Equal(code, string.Concat(Read(input, Shop).Codes));

    [Fact]
    public void Check_OffTheStep_NamesTheNearest()
        => Assert.Contains("09:30 和 09:45", Assert.Single(Read("9:40", Shop).Diagnostics).Message.Chinese, StringComparison.Ordinal);

    [Fact]
    public void CheckSettings_NonsenseLimits_AreReported()
        => Assert.Equal(
            ["field.range.reversed", "field.time.step"],
            CheckSettings(new TimeSettings { Minimum = new(18, 0), Maximum = new(9, 0), Step = 7 }).Select(item => item.Code));
}
