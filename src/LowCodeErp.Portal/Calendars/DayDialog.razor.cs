using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Calendars;

/// <summary>Changes a day of the calendar, or it and those that follow it. The engine decides who may.</summary>
public sealed partial class DayDialog
{
    private IReadOnlyList<Diagnostic> _problems = [];
    private DayType _type;
    private DateOnly _last;
    private string _name = "";
    private string _englishName = "";

    [Inject]
    public required IWorkingCalendars Calendars { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Parameter, EditorRequired]
    public DateOnly Day { get; set; }

    [Parameter, EditorRequired]
    public WorkingCalendar Calendar { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>With the days in words.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnSaved { get; set; }

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private IEnumerable<(DayType Type, string Label)> Types =>
    [
        (DayType.Week, Text["Week", Text[Calendar.RestDays.Contains(Day.DayOfWeek) ? "WeekRest" : "WeekWorking"]]),
        (DayType.Rest, Text["Rest"]),
        (DayType.Working, Text["Working"]),
    ];

    protected override void OnInitialized()
    {
        var found = Calendar.Find(Day);
        _type = found is null ? DayType.Week : found.IsWorking ? DayType.Working : DayType.Rest;
        (_last, _name, _englishName) = (Day, found?.Name.Chinese ?? "", found?.Name.English ?? "");
    }

    private string Format(DateOnly day) => day.ToString(Text["Title"], Culture);

    private async Task SaveAsync()
    {
        _problems = await StoreAsync();
        if (_problems.Count == 0)
        {
            await OnSaved.InvokeAsync(_last == Day ? Format(Day) : $"{Format(Day)} – {Format(_last)}");
        }
    }

    private async Task<IReadOnlyList<Diagnostic>> StoreAsync()
    {
        if (_last < Day)
        {
            return [CalendarDiagnostics.RangeReversed(Day, _last)];
        }

        var actor = await CurrentActor.GetAsync();
        return _type == DayType.Week ? await Calendars.ClearAsync(Day, _last, actor) : await Calendars.SetAsync(MakeDays(), actor);
    }

    private List<ExceptionalDay> MakeDays()
    {
        var name = new LocalizedText(_name.Trim(), _englishName.Trim() is { Length: > 0 } english ? english : null);
        return [.. Enumerable.Range(0, _last.DayNumber - Day.DayNumber + 1).Select(offset => new ExceptionalDay(Day.AddDays(offset), _type == DayType.Working, name))];
    }

    private enum DayType
    {
        Week,
        Rest,
        Working,
    }
}
