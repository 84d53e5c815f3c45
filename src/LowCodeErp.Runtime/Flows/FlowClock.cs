namespace LowCodeErp.Runtime.Flows;

/// <summary>Reckons with time that passes always, or on working days alone: then a working day is 24 hours long, and others are none.</summary>
public static class FlowClock
{
    /// <summary>When so much time has passed, in UTC.</summary>
    /// <param name="from">In UTC.</param>
    public static DateTime Add(DateTime from, TimeSpan time, bool workingTime, FlowFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!workingTime)
        {
            return from + time;
        }

        var passed = Passed(from, facts) + time;
        var days = (int)(passed.Ticks / TimeSpan.TicksPerDay);
        var rest = new TimeSpan(passed.Ticks % TimeSpan.TicksPerDay);
        // At the very end of a working day the time is over; it need not wait for the next one.
        return rest == TimeSpan.Zero && days > 0 && time > TimeSpan.Zero
            ? ToUtc(DayOf(days, facts).AddDays(1).ToDateTime(TimeOnly.MinValue), facts)
            : ToUtc(DayOf(days + 1, facts).ToDateTime(TimeOnly.MinValue) + rest, facts);
    }

    /// <summary>How much time passes from one moment to a later one; zero where it is not later.</summary>
    public static TimeSpan Between(DateTime from, DateTime to, bool workingTime, FlowFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var time = workingTime ? Passed(to, facts) - Passed(from, facts) : to - from;
        return time < TimeSpan.Zero ? TimeSpan.Zero : time;
    }

    /// <summary>The first moment of a day of the workspace, in UTC.</summary>
    public static DateTime StartOf(DateOnly day, FlowFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return ToUtc(day.ToDateTime(TimeOnly.MinValue), facts);
    }

    /// <summary>Working time since the beginning of the calendar.</summary>
    private static TimeSpan Passed(DateTime utc, FlowFacts facts)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), facts.Zone);
        var day = DateOnly.FromDateTime(local);
        var whole = TimeSpan.FromDays(facts.Calendar.CountThrough(day));
        return facts.Calendar.IsWorkingDay(day) ? whole - TimeSpan.FromDays(1) + local.TimeOfDay : whole;
    }

    private static DateOnly DayOf(int count, FlowFacts facts)
        => facts.Calendar.DayOf(count) ?? throw new ArgumentOutOfRangeException(nameof(count), count, "No calendar reaches that far.");

    private static DateTime ToUtc(DateTime local, FlowFacts facts)
    {
        // A moment that clocks leave out when they go forward is taken as the one an hour later.
        var valid = facts.Zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(valid, DateTimeKind.Unspecified), facts.Zone);
    }
}
