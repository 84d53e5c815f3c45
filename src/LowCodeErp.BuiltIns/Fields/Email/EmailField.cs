using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Email;

/// <summary>One address. Whether somebody reads what is sent there only sending shows, so the notation is checked and no more.</summary>
public sealed partial class EmailField : FieldType<EmailSettings>
{
    /// <summary>What mail servers pass on (RFC 5321).</summary>
    private const int LongestAddress = 254;

    private const int LeastNameShown = 4;

    public override string Key => "email";

    public override ValueKind ValueKind => ValueKind.Text;

    public override bool CanBeSensitive => true;

    public override FieldComponents Components { get; } = new(typeof(EmailEditor), typeof(EmailCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(EmailSettings settings) => new FieldShape.Column(new(StorageKind.Text, Length: LongestAddress));

    public override Value Read(InputValue input, EmailSettings settings, string path, DiagnosticBag diagnostics)
    {
        var text = PlainText.ToHalfWidth(PlainText.Read(input));
        text = text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text["mailto:".Length..] : text;
        if (text.Length == 0 || Notation().Match(text) is { Success: true })
        {
            return Value.Of(WithSmallDomain(text));
        }

        diagnostics.Add(FieldDiagnostics.EmailUnreadable(path, input));
        return Value.Blank(ValueKind.Text);
    }

    public override void Check(Value value, EmailSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (value.AsText()!.Length > LongestAddress)
        {
            diagnostics.Add(FieldDiagnostics.TextTooLong(path, value.AsText()!.Length, LongestAddress));
        }
    }

    public override string Format(Value value, EmailSettings settings, CultureInfo culture) => value.AsText() ?? "";

    /// <summary>With the domain, which many people have in common; of a short name before it nothing.</summary>
    public override string Mask(Value value, EmailSettings settings)
    {
        var address = value.AsText()!;
        return address.LastIndexOf('@') is > 0 and var at ? (at >= LeastNameShown ? address[..1] : "") + FieldMask.Whole + address[at..] : FieldMask.Whole;
    }

    /// <summary>The link that opens a letter to the address; null when it is none.</summary>
    internal static string? AddressOf(string text)
        => Notation().IsMatch(text) ? $"mailto:{Uri.EscapeDataString(text[..text.LastIndexOf('@')])}@{text[(text.LastIndexOf('@') + 1)..]}" : null;

    /// <summary>Domains do not know capitals; the part before the @ may.</summary>
    private static string WithSmallDomain(string address)
        => address.LastIndexOf('@') is >= 0 and var at ? address[..at] + address[at..].ToLowerInvariant() : address;

    [GeneratedRegex(@"^(?!\.)(?!.*\.\.)[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.\-]{1,64}(?<!\.)@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}\-]{0,61}[\p{L}\p{N}]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Notation();
}
