using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>
/// The content of a member as a text box shows it, and back. What cannot be read is kept as the text that was typed: the draft is wrong
/// there, which is said beside the box, but nothing is lost.
/// </summary>
internal static class MemberText
{
    private const string Plain = "0.############################";

    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private static readonly string[] Times = ["H:m", "H:m:s"];

    private static readonly string[] Moments = [.. Days, .. Days.SelectMany(_ => Times, (day, time) => $"{day} {time}"), .. Times.Select(time => $"yyyy-M-d'T'{time}")];

    /// <param name="content">Null shows the default.</param>
    public static string Show(SettingsMember member, JsonElement? content) => (content ?? WrittenDefault(member)) switch
    {
        null => "",
        { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.Number } number => ShowNumber(member, number),
        { ValueKind: JsonValueKind.String } text when member.Kind == SettingsKind.Moment => text.GetString()!.Replace('T', ' '),
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => other.GetRawText(),
    };

    /// <returns>For a blank text what sets nothing.</returns>
    public static JsonElement? Read(SettingsMember member, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return member.Nothing;
        }

        var value = member.Kind is SettingsKind.Text or SettingsKind.Condition or SettingsKind.Form or SettingsKind.Field ? Clean(text, member.IsMultiline) : Parse(member, ToHalfWidth(text));
        return value is null ? Quote(text.Trim()) : member.Write(value);
    }

    public static JsonElement Quote(string text) => JsonSerializer.SerializeToElement(text);

    /// <summary>Without the blanks and line breaks that come along when a text is pasted.</summary>
    public static string Clean(string text, bool isMultiline)
    {
        var lines = text.ReplaceLineEndings("\n");
        return (isMultiline ? lines : lines.Replace('\n', ' ')).Trim();
    }

    private static JsonElement? WrittenDefault(SettingsMember member) => member.Default is { } value ? member.Write(value) : null;

    private static string ShowNumber(SettingsMember member, JsonElement number)
        => !number.TryGetDecimal(out var value) ? number.GetRawText()
            : member.IsPercentage && Math.Abs(value) < decimal.MaxValue / 100 ? Format(value * 100) + "%"
            : Format(value);

    private static string Format(decimal value) => value.ToString(Plain, CultureInfo.InvariantCulture);

    private static object? Parse(SettingsMember member, string text) => member.Kind switch
    {
        SettingsKind.WholeNumber => ParseWhole(member, text),
        SettingsKind.Number => ParseNumber(text, member.IsPercentage),
        SettingsKind.Date => DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        SettingsKind.Moment => DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null,
        SettingsKind.Time => TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        _ => throw new InvalidOperationException($"No box of text edits a member of kind {member.Kind}."),
    };

    private static object? ParseWhole(SettingsMember member, string text)
        => long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            && member.Read(JsonSerializer.SerializeToElement(number)) is { } value ? value : null;

    private static object? ParseNumber(string text, bool isPercentage)
    {
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint;
        var figures = isPercentage ? text.TrimEnd('%').TrimEnd() : text;
        return decimal.TryParse(figures, styles, CultureInfo.InvariantCulture, out var number) ? isPercentage ? number / 100 : number : null;
    }

    /// <summary>Digits and signs are often typed full-width among Chinese. Half a pair, which cannot be normalised, is no part of a number.</summary>
    private static string ToHalfWidth(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Any(char.IsSurrogate) ? trimmed : trimmed.Normalize(NormalizationForm.FormKC);
    }
}
