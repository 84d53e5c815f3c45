using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Time;

/// <summary>A time of day, to the minute, of no day and no zone: when a shop opens, when a truck may come.</summary>
public sealed class TimeField : FieldType<TimeSettings>
{
    private const int MinutesOfDay = 24 * 60;

    public override string Key => "time";

    public override ValueKind ValueKind => ValueKind.Time;

    public override FieldComponents Components { get; } = new(typeof(TimeEditor), typeof(TimeCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(TimeSettings settings) => new FieldShape.Column(new(StorageKind.Number, Precision: 4, Scale: 0));

    public override void CheckSettings(TimeSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Minimum > settings.Maximum)
        {
            diagnostics.Add(FieldDiagnostics.RangeReversed($"{path}.minimum"));
        }

        if (settings.Step <= 0 || MinutesOfDay % settings.Step != 0)
        {
            diagnostics.Add(FieldDiagnostics.TimeStepUneven($"{path}.step"));
        }
    }

    public override Value Read(InputValue input, TimeSettings settings, string path, DiagnosticBag diagnostics)
    {
        TimeOnly? time = input.Content switch
        {
            DateTime { Kind: not DateTimeKind.Utc } cell => TimeOnly.FromDateTime(cell),
            decimal number => ClockText.OfCell(number),
            string text => ClockText.Parse(PlainText.ToHalfWidth(text)),
            _ => null,
        };
        if (time is { } read)
        {
            return Value.Of(read);
        }

        if (!input.IsBlank && !(input.Content is string blank && string.IsNullOrWhiteSpace(blank)))
        {
            diagnostics.Add(FieldDiagnostics.TimeUnreadable(path, input));
        }

        return Value.Blank(ValueKind.Time);
    }

    public override void Check(Value value, TimeSettings settings, string path, DiagnosticBag diagnostics)
    {
        var time = value.AsTime();
        if (time < settings.Minimum)
        {
            diagnostics.Add(FieldDiagnostics.TimeTooEarly(path, Write(settings.Minimum.Value)));
        }

        if (time > settings.Maximum)
        {
            diagnostics.Add(FieldDiagnostics.TimeTooLate(path, Write(settings.Maximum.Value)));
        }

        if (value.AsNumber() % settings.Step is not 0 and var beyond)
        {
            diagnostics.Add(FieldDiagnostics.TimeOffStep(path, settings.Step, Write(time.AddMinutes((double)-beyond)), Write(time.AddMinutes((double)(settings.Step - beyond)))));
        }
    }

    public override string Format(Value value, TimeSettings settings, CultureInfo culture) => value.IsBlank ? "" : Write(value.AsTime());

    /// <summary>A text: as a moment of no day, the cell would show a date too.</summary>
    public override InputValue Export(Value value, TimeSettings settings, CultureInfo culture) => InputValue.Of(Format(value, settings, culture));

    private static string Write(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
