using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using EvaluationContext = LowCodeErp.Formula.Compilation.EvaluationContext;

namespace LowCodeErp.Studio.Preview;

/// <summary>A form as it is being designed, to be tried: its conditions and formulas run, nothing is saved.</summary>
public sealed partial class PreviewPage : IDisposable
{
    private DesignSession? _session;
    private FormModel? _form;
    private RecordDraft _draft = null!;
    private DraftLogic _logic = null!;
    private LayoutState _layout = null!;
    private FormAccess? _access;
    private MemberAccess _viewer = null!;

    [Parameter]
    public string AppKey { get; set; } = "";

    [Parameter]
    public string Room { get; set; } = "";

    [SupplyParameterFromQuery(Name = "form")]
    public string? FormKey { get; set; }

    /// <summary>Whether the record is filled in as somebody might.</summary>
    [SupplyParameterFromQuery(Name = "filled")]
    public bool IsFilled { get; set; }

    /// <summary>Key of the role through whose eyes the form is seen; null for whoever may do everything.</summary>
    [SupplyParameterFromQuery(Name = "role")]
    public string? RoleKey { get; set; }

    [Inject]
    public required PreviewRooms Rooms { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required IAccess Access { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    private string RoleName => _session!.Document.FindRole(RoleKey ?? "")?.Label.ToString() ?? "";

    public void Dispose()
    {
        if (_session is not null)
        {
            _session.Changed -= OnDesignChanged;
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _viewer = await Access.OfAsync(await CurrentActor.GetAsync());
        _session = _viewer.ScopeOf(AppKey).Includes(FormKey ?? "") ? Rooms.Find(Room, _viewer.Actor.MemberId) : null;
        if (_session is not null)
        {
            _session.Changed += OnDesignChanged;
            Show();
        }
    }

    private void OnDesignChanged() => _ = InvokeAsync(() =>
    {
        Show();
        StateHasChanged();
    });

    private void Show()
    {
        var form = _session!.Model?.FindForm(FormKey ?? "");
        var access = form is null ? null : AccessTo(form);
        if (form is null || (form == _form && access is null))
        {
            (_form, _access) = (form, access);
            return;
        }

        (_form, _access) = (form, access);
        (_draft, _layout) = (IsFilled ? SampleRecord.Of(form) : RecordDraft.New(form), new(form));
        if (access is not null)
        {
            _draft.For(access.May(AccessOperation.Create) ? RecordRights.OfNewRecord(access) : RecordRights.OfSomeRecord(access));
        }

        _logic = new(_draft, NewContext, StateHasChanged, (_, _) => Task.FromResult<RecordDraft?>(null));
        _logic.Run();
    }

    /// <summary>What somebody may do who has this role alone.</summary>
    private FormAccess? AccessTo(FormModel form)
    {
        var role = _session!.Scope.IsWhole ? _session.Model!.FindRole(AppKey, RoleKey ?? "") : null;
        return role is null ? null
            : new MemberAccess(
                _viewer.Actor with { IsAdministrator = false }, _session.Model!, [new(role, new() { App = AppKey, Role = role.Key })],
                new HashSet<string>(), isAuditor: false, [], NewContext()).Of(form);
    }

    private void OnChanged() => _logic.Run();

    private EvaluationContext NewContext()
        => _viewer.Evaluation.At(Clock.GetUtcNow().UtcDateTime);
}
