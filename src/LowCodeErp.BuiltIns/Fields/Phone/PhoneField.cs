using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Phone;

/// <summary>One telephone number in one notation, so that the same number is found however it was typed.</summary>
public sealed class PhoneField : FieldType<PhoneSettings>
{
    private const int LongestNumber = 32;

    public override string Key => "phone";

    public override ValueKind ValueKind => ValueKind.Text;

    public override bool CanBeSensitive => true;

    public override FieldComponents Components { get; } = new(typeof(PhoneEditor), typeof(PhoneCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(PhoneSettings settings) => new FieldShape.Column(new(StorageKind.Text, Length: LongestNumber));

    public override Value Read(InputValue input, PhoneSettings settings, string path, DiagnosticBag diagnostics)
    {
        var text = PlainText.ToHalfWidth(PlainText.Read(input));
        if (text.Length == 0)
        {
            return Value.Blank(ValueKind.Text);
        }

        if (PhoneNumber.Parse(text) is { } number)
        {
            return Value.Of(number.ToString());
        }

        diagnostics.Add(PhoneNumber.CountMobileDigits(text) is { } digits
            ? FieldDiagnostics.MobileHasOtherLength(path, digits)
            : FieldDiagnostics.PhoneUnreadable(path, input));
        return Value.Blank(ValueKind.Text);
    }

    public override void Check(Value value, PhoneSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.MobileOnly && PhoneNumber.Parse(value.AsText()!) is not { IsMobile: true })
        {
            diagnostics.Add(FieldDiagnostics.PhoneIsNoMobile(path, InputValue.Of(value)));
        }
    }

    public override string Format(Value value, PhoneSettings settings, CultureInfo culture) => value.AsText() ?? "";

    public override string Mask(Value value, PhoneSettings settings) => FieldMask.Ends(value.AsText()!, 3, 4);

    /// <summary>The link that calls the number; null when it is none.</summary>
    internal static string? AddressOf(string text) => PhoneNumber.Parse(text)?.Address;
}
