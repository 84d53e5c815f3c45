using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Calendars;

namespace LowCodeErp.Data.Calendars;

/// <summary>
/// The Chinese holidays and make-up days that come with the program (<c>holidays-cn.json</c>, see <c>NOTICE.md</c> beside it). New
/// years come with new versions of it.
/// </summary>
public static class PublishedHolidays
{
    private const string File = "holidays-cn.json";

    public static IReadOnlyList<ExceptionalDay> Days { get; } = Read();

    public static int LastYear { get; } = Days.Max(day => day.Date.Year);

    /// <summary>As a new workspace has it.</summary>
    public static WorkingCalendar Calendar { get; } = new(0, [DayOfWeek.Saturday, DayOfWeek.Sunday], Days);

    private static IReadOnlyList<ExceptionalDay> Read()
    {
        using var stream = typeof(PublishedHolidays).Assembly.GetManifestResourceStream(typeof(PublishedHolidays), File)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var diagnostics = new DiagnosticBag();
        return DefinitionReader.Read<CalendarDefinition>(reader.ReadToEnd(), File, diagnostics) is { } definition
            ? [.. definition.Days.Select(day => day.ToDay())]
            : throw new InvalidDataException($"The published holidays cannot be read: {string.Join("; ", diagnostics.Items)}");
    }
}
