using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Web.Administration.Organisations;

/// <summary>What a member is in a department, and whom he reports to. The engine decides who may change it.</summary>
public sealed partial class MembershipDialog
{
    private const int Suggestions = 20;

    private IReadOnlyList<Diagnostic> _problems = [];
    private OrganisationMember? _member;
    private long _department;
    private DepartmentRole _role;
    private string _position = "";
    private bool _isMain;
    private long? _superior;

    [Inject]
    public required IOrganisation Source { get; set; }

    [Inject]
    public required IRecordQueries Queries { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Parameter, EditorRequired]
    public Organisation Organisation { get; set; } = Organisation.Empty;

    /// <summary>Null while he is to be chosen.</summary>
    [Parameter]
    public long? MemberId { get; set; }

    /// <summary>Null while it is to be chosen, if any is.</summary>
    [Parameter]
    public long? DepartmentId { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnSaved { get; set; }

    protected override void OnInitialized()
    {
        _department = DepartmentId ?? 0;
        if (MemberId is { } id)
        {
            Show(id);
        }
    }

    private async Task<IReadOnlyList<RecordReference>> SuggestAsync(string? text, CancellationToken cancellationToken)
        => await Queries.SuggestMembersAsync(text, Suggestions, await CurrentActor.GetAsync(), cancellationToken);

    private void Choose(RecordReference match) => Show(match.Id);

    private void ChooseNobody() => _member = null;

    private void Show(long memberId)
    {
        var known = Organisation.FindMembership(memberId, _department);
        (_member, _superior) = (Organisation.FindMember(memberId), Organisation.NamedSuperiorOf(memberId));
        (_role, _position, _isMain) = (known?.Role ?? DepartmentRole.Member, known?.Position ?? "", known?.IsMain ?? !Organisation.MembershipsOf(memberId).Any());
    }

    private async Task SaveAsync()
    {
        _problems = await Source.ChangeAsync(Change, await CurrentActor.GetAsync());
        if (_problems.Count == 0)
        {
            await OnSaved.InvokeAsync();
        }
    }

    private Organisation? Change(Organisation current, DiagnosticBag found)
    {
        var position = _position.Trim() is { Length: > 0 } text ? text : null;
        var assigned = _department == 0 ? current : current.Assign([new(_member!.Id, _department, _role, position, _isMain)], found);
        return assigned is null || _superior == assigned.NamedSuperiorOf(_member!.Id) ? assigned : assigned.Report(_member.Id, _superior, found);
    }
}
