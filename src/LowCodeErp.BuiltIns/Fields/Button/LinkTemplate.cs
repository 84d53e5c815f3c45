using System.Text.RegularExpressions;
using LowCodeErp.BuiltIns.Fields.Url;

namespace LowCodeErp.BuiltIns.Fields.Button;

/// <summary>An address with places for values. Only its path, query and fragment may have such places: values never decide which host is asked.</summary>
internal static partial class LinkTemplate
{
    public static IReadOnlyList<string> FieldsOf(string template) => [.. Place().Matches(template).Select(match => match.Groups["key"].Value).Distinct()];

    /// <summary>To the web, or a call or a letter.</summary>
    public static bool IsSafe(string template)
    {
        var sample = Fill(template, _ => "x");
        return Call().IsMatch(template) || (Host().IsMatch(template) && UrlField.AddressOf(sample) is not null);
    }

    public static string Fill(string template, Func<string, string> valueOf)
        => Place().Replace(template, match => Uri.EscapeDataString(valueOf(match.Groups["key"].Value)));

    [GeneratedRegex(@"\{(?<key>[a-z0-9-]+)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^https?://[^/{}@\\?#]+(?:/|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Host();

    [GeneratedRegex(@"^(?:tel:|mailto:)\S+$", RegexOptions.IgnoreCase)]
    private static partial Regex Call();
}
