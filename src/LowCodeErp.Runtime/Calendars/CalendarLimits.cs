using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Calendars;

/// <summary>What an exceptional day may be.</summary>
public static class CalendarLimits
{
    public const int NameLength = 100;

    public const int FirstYear = 1900;

    public const int LastYear = 2199;

    /// <summary>Of one change: ten years.</summary>
    public const int Days = 3660;

    internal static IEnumerable<Diagnostic> Check(IReadOnlyList<ExceptionalDay> days)
        => days.Count > Days ? [CalendarDiagnostics.TooManyDays(days.Count)] : days.SelectMany(Check).Concat(days.CountBy(day => day.Date).Where(date => date.Value > 1).Select(date => CalendarDiagnostics.DayRepeated("", date.Key)));

    private static IEnumerable<Diagnostic> Check(ExceptionalDay day)
    {
        if (day.Date.Year is < FirstYear or > LastYear)
        {
            yield return CalendarDiagnostics.YearOutOfRange(day.Date);
        }

        if (IsTooLong(day.Name))
        {
            yield return CalendarDiagnostics.NameTooLong(day.Date);
        }
    }

    private static bool IsTooLong(LocalizedText name) => name.Chinese.Length > NameLength || name.English?.Length > NameLength;
}
