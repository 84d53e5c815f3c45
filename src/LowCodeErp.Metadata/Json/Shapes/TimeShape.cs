using System.Globalization;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>A time of day, written as <c>"14:30"</c>; seconds only where they count.</summary>
internal sealed class TimeShape() : NotationShape<TimeOnly>(new("形如 \"14:30\" 的时间", "a time such as \"14:30\""), "time")
{
    private static readonly string[] Notations = ["HH:mm", "HH:mm:ss"];

    protected override TimeOnly? Parse(string text)
        => TimeOnly.TryParseExact(text, Notations, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    protected override string Format(TimeOnly value) => value.ToString(Notations[value.Second == 0 ? 0 : 1], CultureInfo.InvariantCulture);

    protected override Diagnostic Complain(string place, string found) => MetadataDiagnostics.NotATime(place, found);
}
