using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Date;

/// <summary>A day without a time or zone; the time of an input that has one is dropped.</summary>
public sealed class DateField : FieldType<DateSettings>
{
    public override string Key => "date";

    public override ValueKind ValueKind => ValueKind.Date;

    public override FieldComponents Components { get; } = new(typeof(DateEditor), typeof(DateCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(DateSettings settings) => new FieldShape.Column(new(StorageKind.Date));

    public override void CheckSettings(DateSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Minimum > settings.Maximum)
        {
            diagnostics.Add(FieldDiagnostics.RangeReversed($"{path}.minimum"));
        }
    }

    public override Value Read(InputValue input, DateSettings settings, string path, DiagnosticBag diagnostics)
    {
        var date = input.Content switch
        {
            DateTime time => DateOnly.FromDateTime(time),
            decimal number => DateText.Parse(number.ToString(CultureInfo.InvariantCulture)),
            string text => DateText.Parse(PlainText.ToHalfWidth(text)),
            _ => null,
        };
        if (date is { } read)
        {
            return Value.Of(read);
        }

        if (!input.IsBlank && !IsWhiteSpace(input))
        {
            diagnostics.Add(DateText.IsSerialNumber(input) ? FieldDiagnostics.DateIsSerialNumber(path, input) : FieldDiagnostics.DateUnreadable(path, input));
        }

        return Value.Blank(ValueKind.Date);
    }

    public override void Check(Value value, DateSettings settings, string path, DiagnosticBag diagnostics)
    {
        var date = (DateOnly)value.Content!;
        if (date < settings.Minimum)
        {
            diagnostics.Add(FieldDiagnostics.DateTooEarly(path, settings.Minimum.Value));
        }

        if (date > settings.Maximum)
        {
            diagnostics.Add(FieldDiagnostics.DateTooLate(path, settings.Maximum.Value));
        }
    }

    /// <summary>Always ISO: it sorts, has one width, and reads the same in both languages.</summary>
    public override string Format(Value value, DateSettings settings, CultureInfo culture)
        => value.Content is DateOnly date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static bool IsWhiteSpace(InputValue input) => input.Content is string text && string.IsNullOrWhiteSpace(text);
}
