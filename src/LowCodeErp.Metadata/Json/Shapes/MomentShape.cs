using System.Globalization;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>A day and a time of no zone, written as <c>"2026-03-05T14:30"</c>; seconds only where they count.</summary>
internal sealed class MomentShape()
    : NotationShape<DateTime>(new("形如 \"2026-03-05T14:30\" 的日期时间", "a date and time such as \"2026-03-05T14:30\""), "date-time")
{
    private static readonly string[] Notations = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    protected override DateTime? Parse(string text)
        => DateTime.TryParseExact(text, Notations, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    protected override string Format(DateTime value) => value.ToString(Notations[value.Second == 0 ? 0 : 1], CultureInfo.InvariantCulture);

    protected override Diagnostic Complain(string place, string found) => MetadataDiagnostics.NotAMoment(place, found);
}
