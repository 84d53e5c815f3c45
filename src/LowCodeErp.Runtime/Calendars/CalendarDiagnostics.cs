using System.Globalization;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Calendars;

/// <summary>Why a change of the working calendar is refused.</summary>
public static class CalendarDiagnostics
{
    public static Diagnostic NotAllowed(string actor) => Error(
        "not-allowed", "",
        $"“{actor}”不是管理员，不能修改工作日历。请联系管理员。",
        $"\"{actor}\" is not an administrator and cannot change the working calendar. Ask an administrator.");

    public static Diagnostic RangeReversed(DateOnly first, DateOnly last) => Error(
        "range-reversed", "",
        $"{Iso(last)} 早于 {Iso(first)}；最后一天不能早于第一天。",
        $"{Iso(last)} is before {Iso(first)}; the last day cannot be before the first.");

    public static Diagnostic TooManyDays(int count) => Error(
        "too-many-days", "",
        $"一次最多修改 {CalendarLimits.Days} 天，这里有 {count} 天；请分几次进行。",
        $"{CalendarLimits.Days} days may change at once, not {count}; do it in parts.");

    public static Diagnostic YearOutOfRange(DateOnly date) => Error(
        "year-out-of-range", "",
        $"{Iso(date)} 不能加入工作日历，年份应在 {CalendarLimits.FirstYear} 到 {CalendarLimits.LastYear} 之间。",
        $"{Iso(date)} cannot be in the working calendar; its years are {CalendarLimits.FirstYear} to {CalendarLimits.LastYear}.");

    public static Diagnostic NameTooLong(DateOnly date) => Error(
        "name-too-long", "",
        $"{Iso(date)} 的名称太长，最多 {CalendarLimits.NameLength} 个字符。",
        $"The name of {Iso(date)} is too long; {CalendarLimits.NameLength} characters are the limit.");

    public static Diagnostic DayRepeated(string path, DateOnly date) => Error(
        "day-repeated", path,
        $"{Iso(date)} 出现了两次，请只保留一行。",
        $"{Iso(date)} occurs twice; keep one row only.");

    public static Diagnostic ColumnMissing(string file, string chinese, string english) => Error(
        "column-missing", file,
        $"没有“{chinese}”（{english}）这一列；第一行应写列名：日期、类型、名称。",
        $"There is no column \"{english}\" ({chinese}); the first row holds the names date, type, name.");

    public static Diagnostic DateUnreadable(string path, string text) => Error(
        "date-unreadable", path,
        $"日期“{text}”应写成 2026-01-31 的样子。",
        $"Write the date \"{text}\" like 2026-01-31.");

    public static Diagnostic TypeUnreadable(string path, string text) => Error(
        "type-unreadable", path,
        $"类型“{text}”应为“上班”或“休息”。",
        $"The type \"{text}\" should be \"working\" or \"rest\".");

    public static Diagnostic NoDays(string file) => Error(
        "no-days", file,
        "文件中没有任何日期。",
        "The file holds no days.");

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("calendar." + code, Severity.Error, path, new(chinese, english));
}
