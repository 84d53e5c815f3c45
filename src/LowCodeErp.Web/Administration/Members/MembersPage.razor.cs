using LowCodeErp.Data.Accounts;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace LowCodeErp.Web.Administration.Members;

/// <summary>Everybody with an account, for administrators (R115). What is shown follows from the address.</summary>
public sealed partial class MembersPage : IDisposable
{
    private const string Address = "administration/members";

    private readonly Leaving _leaving = new();
    private MemberFilter _filter = new();
    private MemberPage? _page;
    private string _words = "";
    private string _department = "";
    private string _state = "";
    private ListedMember? _open;
    private bool _isOpen;
    private bool _isImporting;

    [Inject]
    public required MemberDirectory Directory { get; set; }

    [Inject]
    public required IOrganisation Company { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    private DepartmentTree Tree => Company.Current.Departments;

    private int LastPage => Math.Max(1, (_page!.TotalCount + MemberFilter.PageSize - 1) / MemberFilter.PageSize);

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

    private static string AddressOf(MemberFilter filter) => Address + filter.Write();

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

    private Task ShowAsync()
    {
        _filter = MemberFilter.Read(new Uri(Navigation.Uri).Query);
        (_words, _department, _state) = (_filter.Words, $"{_filter.Department}", $"{_filter.State}");
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            var (actor, query) = (await CurrentActor.GetAsync(), _filter.ToQuery(Company.Current));
            // Away from the circuit: SQLite works on the thread that calls it.
            _page = await Task.Run(() => Directory.ReadAsync(query, actor, _leaving.Token), _leaving.Token);
            _open = _open is null ? null : await Directory.FindAsync(_open.Id, actor, _leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the members.
        }
    }

    private string FactsOf(ListedMember member)
    {
        var department = Company.Current.MainDepartmentOf(member.Id) is { } main && Tree.Find(main) is { } found ? found.Name : "";
        return string.Join(" · ", new[] { member.UserName, member.Email, department }.Where(text => text.Length > 0));
    }

    private void ChooseDepartment(ChangeEventArgs change)
    {
        _department = $"{change.Value}";
        Search();
    }

    private void ChooseState(ChangeEventArgs change)
    {
        _state = $"{change.Value}";
        Search();
    }

    private void Search() => Navigation.NavigateTo(AddressOf(new()
    {
        Words = _words.Trim(), State = Enum.TryParse<MemberState>(_state, out var state) ? state : null, Department = long.TryParse(_department, out var department) ? department : null,
    }));

    private Task ShowAddedAsync(ListedMember added)
    {
        _open = added;
        return ReadAsync();
    }

    private void Open(ListedMember? member) => (_open, _isOpen) = (member, true);

    private Task CloseAsync()
    {
        (_open, _isOpen, _isImporting) = (null, false, false);
        return ReadAsync();
    }
}
