using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Administration.Organisations;

/// <summary>The departments and who belongs to the chosen one. The address names it, so that it can be sent to somebody.</summary>
public sealed partial class OrganisationPage : IDisposable
{
    private Organisation _organisation = Organisation.Empty;
    private IReadOnlyList<Diagnostic> _problems = [];
    private Actor? _actor;
    private (Department? Department, long? Parent)? _edited;
    private (long? MemberId, long? DepartmentId)? _membership;
    private string? _said;

    [Inject]
    public required IOrganisation Source { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    /// <summary>Members without a department when it is left out.</summary>
    [SupplyParameterFromQuery]
    public long? Department { get; set; }

    /// <summary>Auditors look only.</summary>
    private bool MayChange => _actor is { IsAdministrator: true };

    private Department? Chosen => Department is { } id ? _organisation.Departments.Find(id) : null;

    /// <summary>As if they belonged nowhere in particular.</summary>
    private IReadOnlyList<Membership> Unassigned => [.. _organisation.Members
        .Where(member => member.IsActive && !_organisation.MembershipsOf(member.Id).Any())
        .OrderBy(member => member.Name, StringComparer.CurrentCulture)
        .Select(member => new Membership(member.Id, 0))];

    public void Dispose() => Source.Changed -= OnChanged;

    protected override async Task OnInitializedAsync()
    {
        Source.Changed += OnChanged;
        _organisation = Source.Current;
        _actor = await CurrentActor.GetAsync();
    }

    protected override void OnParametersSet() => (_problems, _said) = ([], null);

    private Task ShiftAsync(Department department, int places)
        => ChangeAsync((current, found) => current.With(current.Departments.Shift(department, places), found));

    private Task CloseAsync(Department department)
        => ChangeAsync((current, found) => current.With(current.Departments.Close(department, found), found));

    private Task RemoveAsync(Membership membership)
        => ChangeAsync((current, found) => current.Remove(membership.MemberId, membership.DepartmentId, found));

    private async Task ChangeAsync(Func<Organisation, DiagnosticBag, Organisation?> change)
    {
        _problems = await Source.ChangeAsync(change, await CurrentActor.GetAsync());
        _said = _problems.Count == 0 ? Text["Changed"].Value : null;
    }

    private void CloseDialogs() => (_edited, _membership) = (null, null);

    private void Saved()
    {
        CloseDialogs();
        (_problems, _said) = ([], Text["Changed"]);
    }

    private void OnChanged() => _ = InvokeAsync(() =>
    {
        _organisation = Source.Current;
        StateHasChanged();
    });
}
