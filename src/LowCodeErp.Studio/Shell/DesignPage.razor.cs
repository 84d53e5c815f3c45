using LowCodeErp.Metadata.Forms;
using LowCodeErp.Portal.Forms;
using LowCodeErp.Portal.Importing;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner;
using LowCodeErp.Studio.Sheets;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace LowCodeErp.Studio.Shell;

/// <summary>
/// The designers' frame: the tree of the app, the open form, what is wrong, undoing and publishing. What is changed is kept on the server while
/// it is changed, and this page comes back to it.
/// </summary>
public sealed partial class DesignPage : IAsyncDisposable
{
    private const string Script = "./_content/LowCodeErp.Studio/studio.js";

    private readonly CancellationTokenSource _leaving = new();
    private DesignSession? _session;
    private DraftKeeper? _keeper;
    private IJSObjectReference? _script;
    private FormEditor? _designer;
    private DesignProblem? _jump;

    /// <summary>The field that the address named and the page has shown.</summary>
    private (string? Form, string Field) _arrived;
    private bool _isMissing;
    private bool _isPublishing;

    /// <summary>The file whose rows are being imported, or will be once its form is published.</summary>
    private WaitingSheet? _importing;

    [Inject]
    public required DesignDesk Desk { get; set; }

    [Inject]
    public required IDesignDraftStore Drafts { get; set; }

    [Inject]
    public required SheetFiles Sheets { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required ILogger<DesignPage> Log { get; set; }

    [Parameter]
    public string AppKey { get; set; } = "";

    /// <summary>Key of the open form; the first one when it is left out or gone.</summary>
    [SupplyParameterFromQuery(Name = "form")]
    public string? FormKey { get; set; }

    /// <summary>What of the app is shown; the open form when it is left out.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    /// <summary>Key of the field that somebody came for.</summary>
    [SupplyParameterFromQuery(Name = "field")]
    public string? FieldKey { get; set; }

    private StudioView Shows => Enum.GetValues<StudioView>().FirstOrDefault(view => StudioAddress.NameOf(view) == View);

    private FormDefinition? Shown => _session is null ? null : _session.Document.FindForm(FormKey ?? "") ?? (_session.Document.Forms is [var first, ..] ? first : null);

    private string Kept => _session is { IsChanged: true } ? Text["Kept"] : Text["Unchanged"];

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        _keeper?.Dispose();
        if (_session is not null)
        {
            _session.Changed -= OnSessionChanged;
            _session.Dispose();
        }

        try
        {
            await (_script?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The window is gone, and its script with it.
        }
    }

    protected override async Task OnInitializedAsync()
    {
        var actor = await CurrentActor.GetAsync();
        _session = actor is { IsAdministrator: true } ? await Desk.OpenAsync(AppKey, actor, _leaving.Token) : null;
        _isMissing = _session is null;
        if (_session is { } session && actor.MemberId is { } member)
        {
            _keeper = new(new DesignDraftSlot(Drafts, member, AppKey), () => session.IsUnfinished ? DesignDraftDefinition.Write(session.Document, session.BasedOn) : null, Clock, Log);
            session.Changed += OnSessionChanged;
            session.Check();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
        }

        if (FieldKey is { } field && (FormKey, field) != _arrived && _designer is not null)
        {
            _arrived = (FormKey, field);
            _designer.Show(field);
        }

        if (_jump is { } problem && _designer is not null && Shown?.Key == problem.Form)
        {
            _jump = null;
            _designer.Show(problem);
        }
    }

    private void Jump(DesignProblem problem)
    {
        _jump = problem;
        if (problem.Form is { } form && (form != Shown?.Key || Shows != StudioView.Form))
        {
            Navigation.NavigateTo(StudioAddress.Of(AppKey, form));
        }
        else
        {
            StateHasChanged();
        }
    }

    private async Task OnPublishedAsync()
    {
        _isPublishing = false;
        await (_keeper?.DropAsync() ?? Task.CompletedTask);
        _keeper?.Touch();
    }

    private void StopPublishing() => (_isPublishing, _importing) = (false, null);

    private bool IsPublished(WaitingSheet sheet) => _session is { IsChanged: false } && Workspace.Current.FindForm(sheet.Form) is not null;

    private void Import(WaitingSheet sheet) => (_importing, _isPublishing) = (sheet, !IsPublished(sheet));

    private async Task<UploadedFile?> ReceiveAsync(WaitingSheet sheet, CancellationToken cancellationToken)
        => await Sheets.OpenAsync(sheet, await CurrentActor.GetAsync(), cancellationToken);

    private void OnImported(bool hasStored)
    {
        if (hasStored)
        {
            _session!.Do(new ForgetSheet(_importing!.Form, _importing.Name));
        }

        _importing = null;
    }

    private void OnSessionChanged()
    {
        _keeper?.Touch();
        _ = InvokeAsync(StateHasChanged);
    }
}
