using System.Globalization;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Runtime.Auditing;
using Microsoft.AspNetCore.WebUtilities;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>What was chosen on the page, as its address holds it.</summary>
public sealed record AuditFilter
{
    private static readonly string[] _days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    public string Who { get; init; } = "";

    public AuditKind? Kind { get; init; }

    public string Form { get; init; } = "";

    /// <summary>In the workspace's time zone, included.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? To { get; init; }

    public string Words { get; init; } = "";

    public AuditPlace? After { get; init; }

    public bool IsEmpty => this == new AuditFilter { After = After };

    /// <summary>What cannot be read is left out.</summary>
    public static AuditFilter Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new()
        {
            Who = Text("who"),
            Kind = Enum.TryParse<AuditKind>(Text("kind"), out var kind) && Enum.IsDefined(kind) ? kind : null,
            Form = Text("form"),
            From = ReadDay(Text("from")),
            To = ReadDay(Text("to")),
            Words = Text("words"),
            After = AuditPlace.Read(Text("after")),
        };

        string Text(string name) => values.TryGetValue(name, out var value) ? value.ToString().Trim() : "";
    }

    /// <summary>With its question mark; blank when nothing is chosen.</summary>
    public string Write()
    {
        (string Name, string? Value)[] values =
        [
            ("who", Who), ("kind", Kind?.ToString()), ("form", Form), ("from", WriteDay(From)), ("to", WriteDay(To)), ("words", Words), ("after", After?.ToString()),
        ];
        return QueryHelpers.AddQueryString("", values.Where(value => !string.IsNullOrEmpty(value.Value)).ToDictionary(value => value.Name, value => value.Value));
    }

    public AuditQuery ToQuery(TimeZoneInfo zone) => new()
    {
        Who = Who, Kind = Kind, Form = Form, Words = Words, After = After,
        From = From is { } from ? Begins(from, zone) : null,
        Until = To is { } to && to < DateOnly.MaxValue ? Begins(to.AddDays(1), zone) : null,
    };

    /// <summary>In the notations that other boxes of days take; null for what is none.</summary>
    public static DateOnly? ReadDay(string text)
        => DateOnly.TryParseExact(text.Trim(), _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static string WriteDay(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateTime Begins(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).UtcDateTime;
    }
}
