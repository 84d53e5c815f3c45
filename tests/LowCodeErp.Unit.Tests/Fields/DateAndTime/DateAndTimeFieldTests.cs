using System.Globalization;
using LowCodeErp.BuiltIns.Fields.DateAndTime;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.DateAndTime;

public sealed class DateAndTimeFieldTests : FieldTypeSpecification<DateAndTimeField>
{
    /// <summary>14:30 in Shanghai.</summary>
    private static readonly DateTime Expected = new(2026, 11, 22, 6, 30, 0, DateTimeKind.Utc);

    protected override string ExpectedKey => "date-time";

    protected override IReadOnlyList<FieldSample> Samples =>
    [
        new(new DateAndTimeSettings(), Value.Of(Expected)),
        new(new DateAndTimeSettings(), Value.Of(new DateTime(2026, 11, 21, 16, 0, 0))),
        new(new DateAndTimeSettings { Seconds = true }, Value.Of(Expected.AddSeconds(5))),
        new(new DateAndTimeSettings { Minimum = new(2026, 11, 22, 14, 30, 0), Maximum = new(2026, 11, 22, 14, 30, 0) }, Value.Of(Expected)),
    ];

    [Theory]
    [InlineData("2026-11-22 14:30")]
    [InlineData("2026-11-22 14:30:59")]
    [InlineData("2026/11/22 14:30")]
    [InlineData("２０２６－１１－２２　１４：３０")]
    [InlineData("2026-11-22T14:30")]
    [InlineData("2026-11-22T06:30:00Z")]
    [InlineData("2026-11-22T06:30:00.123Z")]
    [InlineData("2026-11-22T15:30+09:00")]
    [InlineData("2026年11月22日 14:30")]
    [InlineData("2026年11月22日14点30分")]
    [InlineData("2026年11月22日 14时30分15秒")]
    [InlineData("2026年11月22日 下午2点半")]
    [InlineData("2026年11月22日下午2:30")]
    [InlineData("2026.11.22 2:30 PM")]
    [InlineData("20261122 1430")]
    [InlineData("20261122 143000")]
    public void Read_MomentInAnyNotation_IsRead(string input)
    {
        var reading = Read(input);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(Value.Of(Expected), reading.Value);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)reading.Value.Content!).Kind);
    }

    [Theory]
    [InlineData("2026-11-22", "2026-11-22 00:00")]
    [InlineData("2026-11-22 凌晨12点", "2026-11-22 00:00")]
    [InlineData("2026-11-22 12:05 AM", "2026-11-22 00:05")]
    [InlineData("2026-11-22 上午9点整", "2026-11-22 09:00")]
    [InlineData("2026-11-22 中午11点40分", "2026-11-22 11:40")]
    [InlineData("2026-11-22 中午12点", "2026-11-22 12:00")]
    [InlineData("2026-11-22 中午1点", "2026-11-22 13:00")]
    [InlineData("2026-11-22 晚上8点", "2026-11-22 20:00")]
    [InlineData("2026-11-22 下午15:00", "2026-11-22 15:00")]
    public void Read_PartsOfTheDay_AreUnderstood(string input, string expected)
        => Assert.Equal(expected, Type.Format(Read(input).Value, new DateAndTimeSettings(), CultureInfo.GetCultureInfo("zh-CN")));

    [Fact]
    public void Read_CellOfAFile_IsTheClockOfTheWorkspace() => Assert.Equal(Value.Of(Expected), Read(InputValue.Of(new DateTime(2026, 11, 22, 14, 30, 40))).Value);

    [Fact]
    public void Read_InAnotherZone_GivesTheOtherMoment()
    {
        IFieldType tokyo = new DateAndTimeField(new WorkspaceZone(() => TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")));

        Assert.Equal(Value.Of(Expected.AddHours(-1)), tokyo.Read(InputValue.Of("2026-11-22 14:30"), new DateAndTimeSettings(), "some-field", new()));
        Assert.Equal("2026-11-22 15:30", tokyo.Format(Value.Of(Expected), new DateAndTimeSettings(), CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-11-22 25:00")]
    [InlineData("2026-11-22 14:60")]
    [InlineData("2026-02-30 14:30")]
    [InlineData("2026-11-22 上午13点")]
    [InlineData("2026-11-22 晚上12点")]
    [InlineData("11/22/2026 14:30")]
    [InlineData("14:30")]
    [InlineData("明天下午")]
    public void Read_Unreadable_IsRefused(string input) => Assert.Equal(["field.date-time.unreadable"], Read(input).Codes);

    [Fact]
    public void Read_ExcelSerialNumber_IsRefusedWithARemedy() => Assert.Equal(["field.date.serial-number"], Read(InputValue.Of(46086.5m)).Codes);

    [Theory]
    [InlineData("2026-11-22 09:00", "")]
    [InlineData("2026-11-22 08:59", "field.date-time.too-early")]
    [InlineData("2026-11-22 18:01", "field.date-time.too-late")]
    public void Check_Range_IsMeantInTheWorkspace(string input, string code)
        => Assert.Equal(code, string.Concat(Read(input, new DateAndTimeSettings { Minimum = new(2026, 11, 22, 9, 0, 0), Maximum = new(2026, 11, 22, 18, 0, 0) }).Codes));

    [Fact]
    public void CheckSettings_ReversedRange_IsReported()
        => Assert.Equal("field.range.reversed", Assert.Single(CheckSettings(new DateAndTimeSettings { Minimum = new(2027, 1, 1), Maximum = new(2026, 1, 1) })).Code);
}
