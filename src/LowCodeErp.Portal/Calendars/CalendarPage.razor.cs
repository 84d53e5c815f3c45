using System.Globalization;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LowCodeErp.Portal.Calendars;

/// <summary>A year of the working calendar. Everybody may look; administrators click a day to change it.</summary>
public sealed partial class CalendarPage : IAsyncDisposable
{
    private const string Script = "./_content/LowCodeErp.Portal/Calendars/CalendarPage.razor.js";

    private ElementReference _months;
    private IJSObjectReference? _script;
    private WorkingCalendar _calendar = null!;
    private Actor? _actor;
    private DateOnly _today;
    private int _year;
    private DateOnly? _chosen;
    private string? _said;

    [Inject]
    public required IWorkingCalendars Calendars { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    /// <summary>This year when it is left out or is none that a calendar can have.</summary>
    [SupplyParameterFromQuery]
    public int? Year { get; set; }

    /// <summary>Where the keyboard enters the year: the arrows lead on from there.</summary>
    private DateOnly Entry => _today.Year == _year ? _today : new(_year, 1, 1);

    /// <summary>The first year from now on that nobody has entered holidays of; they are published in the November before.</summary>
    private int? MissingYear => Enumerable.Range(_today.Year, 2).Where(year => !_calendar.DaysOf(year).Any()).Select(year => (int?)year).FirstOrDefault();

    private string Summary
    {
        get
        {
            var days = _calendar.DaysOf(_year).ToList();
            var worked = _calendar.CountThrough(new(_year, 12, 31)) - _calendar.CountThrough(new(_year - 1, 12, 31));
            return Text["Summary", worked, days.Count(day => !day.IsWorking), days.Count(day => day.IsWorking)];
        }
    }

    public async ValueTask DisposeAsync()
    {
        Calendars.Changed -= OnCalendarChanged;
        await _script.LeaveAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        Calendars.Changed += OnCalendarChanged;
        _calendar = Calendars.Current;
        _today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Workspace.TimeZone).DateTime);
        _actor = await CurrentActor.GetAsync();
    }

    protected override void OnParametersSet()
        => _year = Year is >= CalendarLimits.FirstYear and <= CalendarLimits.LastYear ? Year.Value : _today.Year;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
            await _script.InvokeVoidAsync("moveByArrows", _months);
        }
    }

    private static string AddressOf(int year) => string.Create(CultureInfo.InvariantCulture, $"administration/calendar?year={year}");

    private void Choose(DateOnly day) => (_chosen, _said) = (day, null);

    private void Close() => _chosen = null;

    private void Saved(string days) => (_chosen, _said) = (null, Text["Saved", days]);

    private void OnCalendarChanged() => _ = InvokeAsync(() =>
    {
        _calendar = Calendars.Current;
        StateHasChanged();
    });
}
