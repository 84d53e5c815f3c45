using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.BuiltIns.Fields.DateAndTime;

/// <summary>A moment: stored in UTC, written and read as the clock of the workspace shows it.</summary>
[method: ActivatorUtilitiesConstructor]
public sealed class DateAndTimeField(WorkspaceZone zone) : FieldType<DateAndTimeSettings>
{
    /// <summary>For tools that have no workspace.</summary>
    public DateAndTimeField() : this(new WorkspaceZone(() => EvaluationContext.DefaultZone))
    {
    }

    public override string Key => "date-time";

    public override ValueKind ValueKind => ValueKind.DateTime;

    public override FieldComponents Components { get; } = new(typeof(DateAndTimeEditor), typeof(DateAndTimeCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(DateAndTimeSettings settings) => new FieldShape.Column(new(StorageKind.DateTime));

    public override void CheckSettings(DateAndTimeSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Minimum > settings.Maximum)
        {
            diagnostics.Add(FieldDiagnostics.RangeReversed($"{path}.minimum"));
        }
    }

    public override Value Read(InputValue input, DateAndTimeSettings settings, string path, DiagnosticBag diagnostics)
    {
        var moment = input.Content switch
        {
            DateTime time => time,
            string text => MomentText.Parse(PlainText.ToHalfWidth(text)),
            _ => null,
        };
        if (moment is { } read)
        {
            return Value.Of(Cut(read.Kind == DateTimeKind.Utc ? read : LocalTime.ToUtc(read, zone.Current), settings));
        }

        if (!input.IsBlank && !IsWhiteSpace(input))
        {
            diagnostics.Add(DateIsSerial(input) ? FieldDiagnostics.DateIsSerialNumber(path, input) : FieldDiagnostics.MomentUnreadable(path, input));
        }

        return Value.Blank(ValueKind.DateTime);
    }

    public override void Check(Value value, DateAndTimeSettings settings, string path, DiagnosticBag diagnostics)
    {
        var local = ToLocal(value);
        if (local < settings.Minimum)
        {
            diagnostics.Add(FieldDiagnostics.MomentTooEarly(path, Write(settings.Minimum.Value, settings)));
        }

        if (local > settings.Maximum)
        {
            diagnostics.Add(FieldDiagnostics.MomentTooLate(path, Write(settings.Maximum.Value, settings)));
        }
    }

    /// <summary>Always ISO: it sorts, has one width, and reads the same in both languages.</summary>
    public override string Format(Value value, DateAndTimeSettings settings, CultureInfo culture) => value.IsBlank ? "" : Write(ToLocal(value), settings);

    /// <summary>A typed cell with the time that people see.</summary>
    public override InputValue Export(Value value, DateAndTimeSettings settings, CultureInfo culture)
        => value.IsBlank ? InputValue.Blank : InputValue.Of(ToLocal(value));

    private DateTime ToLocal(Value value) => LocalTime.FromUtc((DateTime)value.Content!, zone.Current);

    private static DateTime Cut(DateTime utc, DateAndTimeSettings settings)
        => new(utc.Ticks - (utc.Ticks % (settings.Seconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMinute)), DateTimeKind.Utc);

    private static string Write(DateTime local, DateAndTimeSettings settings)
        => local.ToString(settings.Seconds ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static bool DateIsSerial(InputValue input) => Date.DateText.IsSerialNumber(input);

    private static bool IsWhiteSpace(InputValue input) => input.Content is string text && string.IsNullOrWhiteSpace(text);
}
