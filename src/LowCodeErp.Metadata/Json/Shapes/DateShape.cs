using System.Globalization;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Metadata.Json.Shapes;

/// <summary>A day, written as <c>"2026-03-05"</c>.</summary>
internal sealed class DateShape() : NotationShape<DateOnly>(new("形如 \"2026-03-05\" 的日期", "a date such as \"2026-03-05\""), "date")
{
    private const string Notation = "yyyy-MM-dd";

    protected override DateOnly? Parse(string text)
        => DateOnly.TryParseExact(text, Notation, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    protected override string Format(DateOnly value) => value.ToString(Notation, CultureInfo.InvariantCulture);

    protected override Diagnostic Complain(string place, string found) => MetadataDiagnostics.NotADate(place, found);
}
