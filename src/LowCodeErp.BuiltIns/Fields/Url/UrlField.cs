using System.Globalization;
using System.Text.RegularExpressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Fields;

namespace LowCodeErp.BuiltIns.Fields.Url;

/// <summary>A page on the web. Nothing else becomes a link: <c>javascript:</c> would run with the rights of whoever clicks.</summary>
public sealed partial class UrlField : FieldType<UrlSettings>
{
    private const int LongestAddress = 4000;

    public override string Key => "url";

    public override ValueKind ValueKind => ValueKind.Text;

    public override bool CanBeSensitive => true;

    public override FieldComponents Components { get; } = new(typeof(UrlEditor), typeof(UrlCell)) { TakesPlaceholder = true };

    public override FieldShape GetShape(UrlSettings settings) => new FieldShape.Column(new(StorageKind.Text, Length: settings.MaximumLength));

    public override void CheckSettings(UrlSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.MaximumLength is < 1 or > LongestAddress)
        {
            diagnostics.Add(FieldDiagnostics.MaximumLengthOutOfRange($"{path}.maximumLength", LongestAddress));
        }
    }

    public override Value Read(InputValue input, UrlSettings settings, string path, DiagnosticBag diagnostics)
    {
        var text = PlainText.ToHalfWidth(PlainText.Read(input));
        if (text.Length == 0)
        {
            return Value.Blank(ValueKind.Text);
        }

        var address = Scheme().IsMatch(text) ? text : "https://" + text;
        if (AddressOf(address) is not null)
        {
            return Value.Of(address);
        }

        diagnostics.Add(WhyNot(input, address, path));
        return Value.Blank(ValueKind.Text);
    }

    public override void Check(Value value, UrlSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (value.AsText()!.Length > settings.MaximumLength)
        {
            diagnostics.Add(FieldDiagnostics.TextTooLong(path, value.AsText()!.Length, settings.MaximumLength));
        }
    }

    public override string Format(Value value, UrlSettings settings, CultureInfo culture) => value.AsText() ?? "";

    /// <summary>The address itself where it may be a link; else null.</summary>
    internal static string? AddressOf(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsWeb(uri) && uri.UserInfo.Length == 0 && IsHost(uri) && !text.Any(char.IsWhiteSpace) ? text : null;

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;

    /// <summary>A word alone is rather a slip than the name of a machine.</summary>
    private static bool IsHost(Uri uri) => uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || uri.IsLoopback || uri.Host.Trim('.').Contains('.', StringComparison.Ordinal);

    private static Diagnostic WhyNot(InputValue input, string address, string path)
        => !Uri.TryCreate(address, UriKind.Absolute, out var uri) ? FieldDiagnostics.UrlUnreadable(path, input)
            : !IsWeb(uri) ? FieldDiagnostics.UrlWithOtherScheme(path, uri.Scheme)
            : uri.UserInfo.Length > 0 ? FieldDiagnostics.UrlWithPassword(path)
            : FieldDiagnostics.UrlUnreadable(path, input);

    /// <summary>A name before a colon, but not a host before its port: <c>example.com:8080</c>.</summary>
    [GeneratedRegex(@"^[a-z][a-z0-9+\-]*:(?![0-9]{1,5}(?:[/?#]|$))", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
