using System.Globalization;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>Excel's dates: days since 1900 or 1904, with the time of day as a fraction, shown to the second.</summary>
internal static class ExcelDate
{
    /// <summary>The serial number of 10000-01-01: Excel has no later dates, and longer numbers formatted as dates are codes.</summary>
    private const double End = 2_958_466;

    private const int DaysFrom1900To1904 = 1_462;

    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static InputValue ToInput(double serial, NumberFormat format, bool uses1904)
    {
        if (format == NumberFormat.Number || serial is < 0 or >= End - DaysFrom1900To1904)
        {
            return ExcelNumber.ToInput(serial);
        }

        return format == NumberFormat.Elapsed ? ToInput(TimeSpan.FromDays(serial)) : ToInput(ToDate(serial, uses1904));
    }

    /// <summary>A time without a day (Excel's day 0) is text, hh:mm:ss.</summary>
    public static InputValue ToInput(DateTime date)
    {
        var rounded = DateTime.MinValue + RoundToSeconds(date - DateTime.MinValue);
        return rounded.Year < 1900 ? InputValue.Of(rounded.ToString("HH:mm:ss", CultureInfo.InvariantCulture)) : InputValue.Of(rounded);
    }

    /// <summary>A length of time is text, with hours that may exceed a day: 26:30:00.</summary>
    public static InputValue ToInput(TimeSpan elapsed)
    {
        var rounded = RoundToSeconds(elapsed);
        var hours = (long)rounded.TotalHours;
        return InputValue.Of(string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{rounded.Minutes:00}:{rounded.Seconds:00}"));
    }

    /// <summary>The serial number of the 1900 system that Excel shows as this date.</summary>
    public static double ToSerial(DateTime date)
    {
        var serial = (date - Epoch).TotalDays;
        return serial < 61 ? serial - 1 : serial;
    }

    /// <summary>Excel believes that 1900 was a leap year, so its serial numbers before March 1900 are one day behind.</summary>
    private static DateTime ToDate(double serial, bool uses1904) => serial switch
    {
        _ when uses1904 => Epoch.AddDays(serial + DaysFrom1900To1904),
        >= 1 and < 60 => Epoch.AddDays(serial + 1),
        _ => Epoch.AddDays(serial),
    };

    /// <summary>
    /// A fraction that stands for half a second lies a hair below it in nearly every double; to the millisecond it looks like a
    /// half and must not round up.
    /// </summary>
    private static TimeSpan RoundToSeconds(TimeSpan time)
    {
        var milliseconds = (long)Math.Round(time.Ticks / (double)TimeSpan.TicksPerMillisecond);
        return TimeSpan.FromSeconds((milliseconds + 499) / 1000);
    }
}
