using LowCodeErp.Core.Diagnostics;
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
    private MemberAccess _access = null!;

    [Parameter]
    public string AppKey { get; set; } = "";

    [Parameter]
    public string Room { get; set; } = "";

    [SupplyParameterFromQuery(Name = "form")]
    public string? FormKey { get; set; }

    /// <summary>Whether the record is filled in as somebody might.</summary>
    [SupplyParameterFromQuery(Name = "filled")]
    public bool IsFilled { get; set; }

    [Inject]
    public required PreviewRooms Rooms { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required IAccess Access { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    public void Dispose()
    {
        if (_session is not null)
        {
            _session.Changed -= OnDesignChanged;
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _access = await Access.OfAsync(await CurrentActor.GetAsync());
        _session = _access.Administers(AppKey) ? Rooms.Find(Room, _access.Actor.MemberId) : null;
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
        if (form is null || form == _form)
        {
            _form = form;
            return;
        }

        _form = form;
        (_draft, _layout) = (IsFilled ? SampleRecord.Of(form) : RecordDraft.New(form), new(form));
        _logic = new(_draft, NewContext, StateHasChanged, (_, _) => Task.FromResult<RecordDraft?>(null));
        _logic.Run();
    }

    private void OnChanged() => _logic.Run();

    private EvaluationContext NewContext()
        => _access.Evaluation.At(Clock.GetUtcNow().UtcDateTime);
}
