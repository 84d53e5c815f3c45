using LowCodeErp.Data.Auditing;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>Who did what when (R114). What is shown follows from the address.</summary>
public sealed partial class AuditPage : IDisposable
{
    private const string Address = "administration/audit";
    private const int PageSize = 50;

    private readonly Leaving _leaving = new();
    private AuditFilter _filter = new();
    private IReadOnlyList<AuditItem>? _items;
    private bool _hasMore;
    private string _who = "";
    private AuditKind? _kind;
    private string _form = "";
    private string _from = "";
    private string _to = "";
    private string _words = "";
    private string? _refusal;

    [Inject]
    public required AuditTrail Trail { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private string Chosen => (_filter with { After = null }).Write();

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _leaving.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        return ShowAsync();
    }

    private static string AddressOf(AuditFilter filter) => Address + filter.Write();

    /// <summary>A change of the address's query alone does not set the parameters of a page again.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (new Uri(change.Location).AbsolutePath.EndsWith("/" + Address, StringComparison.Ordinal))
        {
            _ = InvokeAsync(async () =>
            {
                await ShowAsync();
                StateHasChanged();
            });
        }
    }

    private async Task ShowAsync()
    {
        _filter = AuditFilter.Read(new Uri(Navigation.Uri).Query);
        (_who, _kind, _form, _from, _to, _words) = (_filter.Who, _filter.Kind, _filter.Form, AuditFilter.WriteDay(_filter.From), AuditFilter.WriteDay(_filter.To), _filter.Words);
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            var query = _filter.ToQuery(Workspace.TimeZone);
            // Away from the circuit: SQLite works on the thread that calls it.
            var found = await Task.Run(() => Trail.ReadAsync(query, PageSize + 1, _leaving.Token), _leaving.Token);
            (_items, _hasMore) = ([.. found.Take(PageSize)], found.Count > PageSize);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the entries.
        }
    }

    private void Search()
    {
        if (IsUnreadable(_from) || IsUnreadable(_to))
        {
            _refusal = Text["DayUnreadable"];
            return;
        }

        _refusal = null;
        Navigation.NavigateTo(AddressOf(new()
        {
            Who = _who.Trim(), Kind = _kind, Form = _form, From = AuditFilter.ReadDay(_from), To = AuditFilter.ReadDay(_to), Words = _words.Trim(),
        }));
    }

    private static bool IsUnreadable(string day) => day.Trim().Length > 0 && AuditFilter.ReadDay(day) is null;

    private static string? Unreadable(string day) => IsUnreadable(day) ? "true" : null;
}
