using System.Globalization;

namespace LowCodeErp.Formula.Compilation;

/// <summary>Dates and times. Blank in, blank out; what leaves the calendar (year 1 to 9999) is blank too.</summary>
public static partial class FormulaPrimitives
{
    private const int SerialOrigin = 693_593;
    private const decimal SecondsPerDay = 86_400;

    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"];
    private static readonly string[] DateTimeFormats = DateFormats
        .SelectMany(format => new[] { $"{format} H:m", $"{format} H:m:s", $"{format}'T'H:m", $"{format}'T'H:m:s" }).ToArray();

    public static DateTime? ToUtc(DateTime local, EvaluationContext context) => LocalTime.ToUtc(local, context.Zone);

    public static DateTime? StartOfDay(DateOnly? date, EvaluationContext context)
        => date is { } day ? LocalTime.StartOfDay(day, context.Zone) : null;

    public static DateOnly? LocalDay(DateTime? moment, EvaluationContext context)
        => moment is { } utc ? DateOnly.FromDateTime(LocalTime.FromUtc(utc, context.Zone)) : null;

    /// <summary>Days since 1899-12-30, as Excel counts them from March 1900 on.</summary>
    public static decimal? DateSerial(DateOnly? date) => date?.DayNumber - SerialOrigin;

    public static decimal? DateTimeSerial(DateTime? moment, EvaluationContext context)
        => moment is { } utc ? DateSerial(LocalDay(utc, context)) + Fraction(LocalTime.FromUtc(utc, context.Zone)) : null;

    private static decimal? Fraction(DateTime local) => Divide(local.TimeOfDay.Ticks, TimeSpan.TicksPerDay);

    public static string? DateText(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? DateTimeText(DateTime? moment, EvaluationContext context)
        => moment is { } utc ? LocalTime.FromUtc(utc, context.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;

    public static string? TimeText(decimal? time)
        => time is { } days ? new TimeSpan(0, 0, (int)SecondOfDay(days)).ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture) : null;

    public static DateOnly? AddDays(DateOnly? date, decimal days)
    {
        var number = (date?.DayNumber ?? 0) + Math.Clamp(decimal.Floor(days), -10_000_000, 10_000_000);
        return date is null || number < 0 || number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)number);
    }

    public static DateTime? AddDaysToTime(DateTime? moment, decimal days)
    {
        if (moment is not { } utc)
        {
            return null;
        }

        // To the millisecond: a third of a day has no end in decimals.
        var milliseconds = Math.Round(
            MultiplyCanonical(Math.Clamp(days, -10_000_000, 10_000_000), SecondsPerDay * 1_000)!.Value, MidpointRounding.AwayFromZero);
        var sum = utc.Ticks + milliseconds * TimeSpan.TicksPerMillisecond;
        return sum < 0 || sum > DateTime.MaxValue.Ticks ? null : new DateTime((long)sum, utc.Kind);
    }

    public static decimal? DaysBetween(DateOnly? end, DateOnly? start) => end?.DayNumber - start?.DayNumber;

    public static decimal? DaysBetweenTimes(DateTime? end, DateTime? start)
        => end is { } last && start is { } first ? Divide(last.Ticks - first.Ticks, TimeSpan.TicksPerDay) : null;

    /// <summary>Months and days may lie outside their ranges and roll over; years below 1900 count from there, as in Excel.</summary>
    public static DateOnly? Date(decimal? year, decimal? month, decimal? day)
    {
        if (year is not { } y || month is not { } m || day is not { } d || y < 0)
        {
            return null;
        }

        var firstYear = Whole(y) + (Whole(y) < 1900 ? 1900 : 0);
        return AddDays(FirstOfMonth(firstYear * 12L + Whole(m) - 1), Whole(d) - 1);
    }

    private static DateOnly? FirstOfMonth(long month)
        => month is < 12 or >= 120_000 ? null : new DateOnly((int)(month / 12), (int)(month % 12) + 1, 1);

    public static decimal? Time(decimal? hour, decimal? minute, decimal? second, decimal milliseconds)
    {
        var total = Whole(hour ?? 0) * 3_600m + Whole(minute ?? 0) * 60m + Whole(second ?? 0) + Whole(milliseconds) / 1_000m;
        return hour is null || minute is null || second is null || total < 0 ? null : Divide(total % SecondsPerDay, SecondsPerDay);
    }

    public static DateTime? DateAndTime(
        decimal? year, decimal? month, decimal? day, decimal? hour, decimal? minute, decimal? second, EvaluationContext context)
    {
        var seconds = Whole(hour ?? 0) * 3_600m + Whole(minute ?? 0) * 60m + Whole(second ?? 0);
        return hour is null || minute is null || second is null
            ? null
            : AddDaysToTime(StartOfDay(Date(year, month, day), context), Divide(seconds, SecondsPerDay)!.Value);
    }

    public static decimal? Year(DateOnly? date) => date?.Year;

    public static decimal? Month(DateOnly? date) => date?.Month;

    public static decimal? Day(DateOnly? date) => date?.Day;

    public static decimal? Quarter(DateOnly? date) => (date?.Month + 2) / 3;

    public static decimal? Hour(decimal? time) => time is null ? null : decimal.Floor(SecondOfDay(time.Value) / 3_600);

    public static decimal? Minute(decimal? time) => time is null ? null : decimal.Floor(SecondOfDay(time.Value) / 60) % 60;

    public static decimal? Second(decimal? time) => time is null ? null : SecondOfDay(time.Value) % 60;

    private static decimal SecondOfDay(decimal time) => Math.Round(Mod(time, 1)!.Value * SecondsPerDay, MidpointRounding.AwayFromZero) % SecondsPerDay;

    public static decimal? TimeOfDay(DateTime? moment, EvaluationContext context)
        => moment is { } utc ? Divide(LocalTime.FromUtc(utc, context.Zone).TimeOfDay.Ticks / TimeSpan.TicksPerSecond, SecondsPerDay) : null;

    public static decimal? HourOf(DateTime? moment, EvaluationContext context) => Hour(TimeOfDay(moment, context));

    public static decimal? MinuteOf(DateTime? moment, EvaluationContext context) => Minute(TimeOfDay(moment, context));

    public static decimal? SecondOf(DateTime? moment, EvaluationContext context) => Second(TimeOfDay(moment, context));

    /// <summary>1: Sunday is 1; 2: Monday is 1; 3: Monday is 0; 11 to 17: Monday to Sunday is 1.</summary>
    public static decimal? Weekday(DateOnly? date, decimal type)
        => date is not { } day ? null : Whole(type) switch
        {
            1 or 17 => (int)day.DayOfWeek + 1,
            2 or 11 => Modulo((int)day.DayOfWeek - 1, 7) + 1,
            3 => Modulo((int)day.DayOfWeek - 1, 7),
            >= 12 and <= 16 => Modulo((int)day.DayOfWeek - (Whole(type) - 10), 7) + 1,
            _ => null,
        };

    private static int Modulo(int number, int divisor) => (number % divisor + divisor) % divisor;

    public static decimal? WeekNum(DateOnly? date, decimal type)
    {
        if (date is not { } day || Whole(type) == 21)
        {
            return IsoWeekNum(date);
        }

        var firstDay = Whole(type) switch
        {
            1 or 17 => 0,
            2 or 11 => 1,
            >= 12 and <= 16 => Whole(type) - 10,
            _ => -1,
        };
        var offset = Modulo((int)new DateOnly(day.Year, 1, 1).DayOfWeek - firstDay, 7);
        return firstDay < 0 ? null : (day.DayOfYear - 1 + offset) / 7 + 1;
    }

    public static decimal? IsoWeekNum(DateOnly? date)
        => date is { } day ? ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)) : null;

    public static DateOnly? EDate(DateOnly? date, decimal? months)
    {
        if (date is not { } day || months is not { } count)
        {
            return null;
        }

        var month = day.Year * 12L + day.Month - 1 + Whole(count);
        return FirstOfMonth(month) is { } first
            ? first.AddDays(Math.Min(day.Day, DateTime.DaysInMonth(first.Year, first.Month)) - 1)
            : null;
    }

    public static DateOnly? EoMonth(DateOnly? date, decimal? months)
        => EDate(StartOf(date, "month"), months) is { } first ? first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1) : null;

    public static DateOnly? StartOf(DateOnly? date, string unit)
        => date is not { } day ? null : unit switch
        {
            "year" => new DateOnly(day.Year, 1, 1),
            "quarter" => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
            "month" => new DateOnly(day.Year, day.Month, 1),
            "week" => AddDays(day, -Modulo((int)day.DayOfWeek - 1, 7)),
            _ => day,
        };

    public static DateOnly? EndOf(DateOnly? date, string unit) => unit switch
    {
        "year" => EoMonth(StartOf(date, unit), 11),
        "quarter" => EoMonth(StartOf(date, unit), 2),
        "month" => EoMonth(date, 0),
        "week" => AddDays(StartOf(date, unit), 6),
        _ => date,
    };

    public static DateOnly? DateAdd(DateOnly? date, decimal? count, string unit) => unit switch
    {
        "year" => EDate(date, Times(count, 12)),
        "quarter" => EDate(date, Times(count, 3)),
        "month" => EDate(date, count),
        _ => Times(count is { } days ? decimal.Truncate(days) : null, unit == "week" ? 7 : 1) is { } total ? AddDays(date, total) : null,
    };

    private static decimal? Times(decimal? count, decimal factor) => count is { } number ? MultiplyCanonical(number, factor) : null;

    public static DateTime? DateAddTime(DateTime? moment, decimal? count, string unit, EvaluationContext context) => unit switch
    {
        "hour" => count is { } hours ? AddDaysToTime(moment, Divide(hours, 24) ?? 0) : null,
        "minute" => count is { } minutes ? AddDaysToTime(moment, Divide(minutes, 1_440) ?? 0) : null,
        "second" => count is { } seconds ? AddDaysToTime(moment, Divide(seconds, SecondsPerDay) ?? 0) : null,
        _ => AddDaysToTime(StartOfDay(DateAdd(LocalDay(moment, context), count, unit), context), TimeOfDay(moment, context) ?? 0),
    };

    /// <summary>Whole units from start to end. Blank when the start lies after the end.</summary>
    public static decimal? DateDif(DateOnly? start, DateOnly? end, string unit)
    {
        if (start is not { } first || end is not { } last || first > last)
        {
            return null;
        }

        var months = (last.Year - first.Year) * 12 + last.Month - first.Month - (last.Day < first.Day ? 1 : 0);
        return unit switch
        {
            "Y" => months / 12,
            "M" => months,
            "YM" => months % 12,
            "YD" => last.DayNumber - Anniversary(first, last).DayNumber,
            _ => last.DayNumber - first.DayNumber,
        };
    }

    /// <summary>The last day in a later year on which the first day came round; a leap day rolls over into March.</summary>
    private static DateOnly Anniversary(DateOnly first, DateOnly last)
    {
        var thisYear = new DateOnly(last.Year, first.Month, 1).AddDays(first.Day - 1);
        return thisYear <= last ? thisYear : new DateOnly(last.Year - 1, first.Month, 1).AddDays(first.Day - 1);
    }

    public static DateOnly? DateValue(string? text)
    {
        var folded = Formula.Text.CharacterFolding.Fold(text ?? "").Trim();
        return DateOnly.TryParseExact(folded, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : DateTime.TryParseExact(folded, DateTimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? DateOnly.FromDateTime(moment)
            : null;
    }

    /// <summary>Milliseconds since 1970 in UTC.</summary>
    public static decimal? Timestamp(DateTime? moment)
        => moment is { } utc ? decimal.Floor((decimal)(utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond) : null;
}
