using System.Globalization;
using LowCodeErp.Runtime.Calendars;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Calendars;

/// <summary>One month: its days in weeks from Monday on, and below them the names of its holidays and make-up days.</summary>
public sealed partial class MonthGrid
{
    private const int DaysInWeek = 7;

    [Parameter, EditorRequired]
    public DateOnly First { get; set; }

    [Parameter, EditorRequired]
    public WorkingCalendar Calendar { get; set; } = null!;

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>The day of the year that the tabulator stops at first.</summary>
    [Parameter, EditorRequired]
    public DateOnly Entry { get; set; }

    [Parameter, EditorRequired]
    public bool IsReadOnly { get; set; }

    [Parameter]
    public EventCallback<DateOnly> OnChoose { get; set; }

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>Days that follow one another under one name stand together.</summary>
    private IEnumerable<Span> Spans
    {
        get
        {
            Span? open = null;
            foreach (var day in Calendar.DaysOf(First.Year).Where(day => day.Date.Month == First.Month))
            {
                if (open is not null && day == open.Day with { Date = open.Last.AddDays(1) })
                {
                    open = open with { Last = day.Date };
                    continue;
                }

                if (open is not null)
                {
                    yield return open;
                }

                open = new(day, day.Date);
            }

            if (open is not null)
            {
                yield return open;
            }
        }
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysInWeek - 1) % DaysInWeek));

    private static IEnumerable<DateOnly> WeekOf(DateOnly day) => Enumerable.Range(0, DaysInWeek).Select(MondayOf(day).AddDays);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Format(DateOnly day, string format) => day.ToString(Text[format], Culture);

    private string ClassOf(DateOnly day)
    {
        var kind = Calendar.Find(day) is { } exceptional ? exceptional.IsWorking ? "working" : "rest" : Calendar.IsWorkingDay(day) ? "" : "week";
        return day == Today ? $"{kind} today" : kind;
    }

    /// <summary>What the colour says, in one character: not everybody sees the colour.</summary>
    private string? MarkOf(DateOnly day) => Calendar.Find(day) is { } exceptional ? Text[exceptional.IsWorking ? "WorkingMark" : "RestMark"].Value : null;

    private string? NameOf(DateOnly day) => Calendar.Find(day) is { } exceptional ? NameOf(exceptional) : null;

    private string NameOf(ExceptionalDay day) => day.Name.IsEmpty ? Text[day.IsWorking ? "WorkingUnnamed" : "RestUnnamed"] : day.Name.ToString();

    private string Describe(DateOnly day)
    {
        string[] parts = [Format(day, "Day"), .. NameOf(day) is { } name ? new[] { name } : [], Text[Calendar.IsWorkingDay(day) ? "Working" : "Rest"]];
        return string.Join(Text["Separator"], parts);
    }

    private string Range(Span span) => span.Day.Date == span.Last ? Text["OneDay", span.Last.Day] : Text["Days", span.Day.Date.Day, span.Last.Day];

    private sealed record Span(ExceptionalDay Day, DateOnly Last);
}
