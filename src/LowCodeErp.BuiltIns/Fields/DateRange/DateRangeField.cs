using System.Globalization;
using System.Text.Json;
using LowCodeErp.BuiltIns.Fields.Date;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.DateRange;

/// <summary>From a day to a day, both included. Each is a date field of its own: <c>period-start</c>, <c>period-end</c>.</summary>
public sealed class DateRangeField : PartedFieldType<DateRangeSettings>
{
    public const string Start = "start";

    public const string End = "end";

    public override string Key => "date-range";

    public override FieldComponents Components { get; } = new(typeof(DateRangeEditor), typeof(DateRangeCell));

    public override IReadOnlyList<FieldDefinition> GetParts(DateRangeSettings settings) =>
    [
        new() { Key = Start, Type = "date", Label = new("开始", "Start"), Required = true, Settings = SettingsOf(settings) },
        new() { Key = End, Type = "date", Label = new("结束", "End"), Required = !settings.MayBeOpen, Settings = SettingsOf(settings) },
    ];

    public override void CheckSettings(DateRangeSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Minimum > settings.Maximum)
        {
            diagnostics.Add(FieldDiagnostics.RangeReversed($"{path}.minimum"));
        }

        if (settings.MaximumDays <= 0)
        {
            diagnostics.Add(FieldDiagnostics.LongestRangeOutOfRange($"{path}.maximumDays"));
        }
    }

    public override IReadOnlyList<InputValue> TakeApart(
        InputValue whole, IReadOnlyList<InputValue> parts, DateRangeSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (whole.IsBlank || (whole.Content is string text && string.IsNullOrWhiteSpace(text)))
        {
            return parts;
        }

        if (DateRangeText.Parse(whole) is not { } range)
        {
            diagnostics.Add(FieldDiagnostics.RangeUnreadable(path, whole));
            return parts;
        }

        return [parts[0].IsBlank ? InputOf(range.Start) : parts[0], parts[1].IsBlank ? InputOf(range.End) : parts[1]];
    }

    public override void CheckParts(IReadOnlyList<Value> parts, DateRangeSettings settings, string path, DiagnosticBag diagnostics)
    {
        switch (parts[0].Content, parts[1].Content)
        {
            case (DateOnly start, DateOnly end) when end < start:
                diagnostics.Add(FieldDiagnostics.RangeEndsBeforeItStarts($"{path}-{End}"));
                break;
            case (DateOnly start, DateOnly end) when DateRangeText.DaysOf(start, end) > settings.MaximumDays:
                diagnostics.Add(FieldDiagnostics.RangeTooLong($"{path}-{End}", DateRangeText.DaysOf(start, end), settings.MaximumDays.Value));
                break;
            case (DateOnly, null) when !settings.MayBeOpen:
                diagnostics.Add(FieldDiagnostics.RangeOpen($"{path}-{End}"));
                break;
            case (null, DateOnly):
                diagnostics.Add(FieldDiagnostics.RangeOpen($"{path}-{Start}"));
                break;
        }
    }

    public override string FormatParts(IReadOnlyList<Value> parts, DateRangeSettings settings, CultureInfo culture)
        => parts.All(part => part.IsBlank) ? "" : DateRangeText.Format(parts[0].Content as DateOnly?, parts[1].Content as DateOnly?);

    private static InputValue InputOf(DateOnly? date) => date is { } day ? InputValue.Of(day) : InputValue.Blank;

    private static JsonElement SettingsOf(DateRangeSettings settings)
    {
        var limits = new Dictionary<string, DateOnly?> { ["minimum"] = settings.Minimum, ["maximum"] = settings.Maximum };
        return JsonSerializer.SerializeToElement(limits.Where(limit => limit.Value is not null).ToDictionary());
    }
}
