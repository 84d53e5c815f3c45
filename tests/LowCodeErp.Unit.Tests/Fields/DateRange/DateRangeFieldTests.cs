using LowCodeErp.BuiltIns.Fields.DateRange;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Specifications.Fields;

namespace LowCodeErp.Unit.Tests.Fields.DateRange;

public sealed class DateRangeFieldTests : PartedFieldTypeSpecification<DateRangeField>
{
    private static readonly DateRangeSettings Plain = new();
    private static readonly DateRangeSettings Open = new() { MayBeOpen = true };
    private static readonly DateRangeSettings Short = new() { MaximumDays = 3, Minimum = new(2026, 1, 1) };

    protected override string ExpectedKey => "date-range";

    protected override IReadOnlyList<(object Settings, string Text)> Texts
        => [(Plain, "2026-01-01 ~ 2026-12-31"), (Open, "2026-03-05 ~"), (Short, "2026-02-27 ~ 2026-03-01")];

    protected override FieldModel Compile(object settings) => PartedForm.Compile("date-range", settings);

    [Theory]
    [InlineData("2026-1-5~2026-2-3")]
    [InlineData("2026年1月5日至2026年2月3日")]
    [InlineData("20260105 到 20260203")]
    [InlineData("2026/1/5 - 2026/2/3")]
    [InlineData("２０２６．１．５——２０２６．２．３")]
    public void TakeApart_AnyNotation_IsBothDays(string text)
    {
        var (values, diagnostics) = ReadParts(InputValue.Of(text), Plain);

        Assert.Empty(diagnostics);
        Assert.Equal([new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 3)], values.Select(value => (DateOnly)value.Content!));
    }

    [Theory]
    [InlineData("明年")]
    [InlineData("2026-01-01 ~ 明年")]
    [InlineData("2026-01-01 ~ 2026-02-01 ~ 2026-03-01")]
    [InlineData("2026-01-01 - 13/40")]
    public void TakeApart_NoRange_IsReportedAtTheField(string text)
        => Assert.Equal(("field.date-range.unreadable", "whole"), Single(ReadParts(InputValue.Of(text), Plain).Diagnostics));

    [Fact]
    public void CheckParts_EndBeforeStart_IsReportedAtTheEnd()
        => Assert.Equal(("field.date-range.reversed", "whole-end"), Single(ReadParts(InputValue.Of("2026-02-01 ~ 2026-01-31"), Plain).Diagnostics));

    [Fact]
    public void CheckParts_OneDay_IsAllowed() => Assert.Empty(ReadParts(InputValue.Of("2026-02-01 ~ 2026-02-01"), Plain).Diagnostics);

    [Fact]
    public void CheckParts_OneEndMissing_IsReportedThereUnlessTheEndMayBeOpen()
    {
        Assert.Equal(("field.date-range.open", "whole-end"), Single(ReadParts(InputValue.Of("2026-02-01"), Plain).Diagnostics));
        Assert.Equal(("field.date-range.open", "whole-start"), Single(ReadParts(InputValue.Of("~ 2026-02-01"), Open).Diagnostics));
        Assert.Empty(ReadParts(InputValue.Of("2026-02-01"), Open).Diagnostics);
    }

    [Fact]
    public void CheckParts_MoreDaysThanAllowed_IsReported()
        => Assert.Equal(("field.date-range.too-long", "whole-end"), Single(ReadParts(InputValue.Of("2026-02-27 ~ 2026-03-02"), Short).Diagnostics));

    [Fact]
    public void Parts_OfARequiredField_AreRequiredButAnOpenEnd()
    {
        Assert.Equal([true, true], PartedForm.Compile("date-range", Plain, isRequired: true).Parts.Select(part => part.IsRequired));
        Assert.Equal([true, false], PartedForm.Compile("date-range", Open, isRequired: true).Parts.Select(part => part.IsRequired));
        Assert.Equal([false, false], PartedForm.Compile("date-range", Plain).Parts.Select(part => part.IsRequired));
    }

    [Fact]
    public void CheckSettings_NonsenseLimits_AreReported()
        => Assert.Equal(
            ["field.date-range.maximum-days", "field.range.reversed"],
            CheckSettings(new DateRangeSettings { MaximumDays = 0, Minimum = new(2026, 2, 1), Maximum = new(2026, 1, 1) }).Select(item => item.Code).Order(StringComparer.Ordinal));

    private static (string, string) Single(IReadOnlyList<Core.Diagnostics.Diagnostic> diagnostics)
        => (Assert.Single(diagnostics).Code, diagnostics[0].Path);
}
