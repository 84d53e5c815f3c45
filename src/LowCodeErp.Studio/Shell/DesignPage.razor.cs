using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Portal.Forms;
using LowCodeErp.Portal.Importing;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.Editing.Merging;
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

    private readonly Leaving _leaving = new();
    private readonly OpenTabs _tabs = new();
    private readonly UnfinishedTexts _unfinished = new();
    private DotNetObjectReference<DesignPage>? _self;
    private DesignSession? _session;
    private DraftKeeper? _keeper;
    private IJSObjectReference? _script;
    private FormEditor? _designer;
    private DesignPlace? _jump;
    private Panel? _open;

    /// <summary>The field that the address named and the page has shown.</summary>
    private (string? Form, string Field) _arrived;
    private bool _isMissing;

    /// <summary>The work goes on in another window.</summary>
    private bool _isSetAside;
    private long? _member;
    private DesignMerge? _merge;

    /// <summary>The file whose rows are being imported, or will be once its form is published.</summary>
    private WaitingSheet? _importing;

    [Inject]
    public required DesignDesk Desk { get; set; }

    [Inject]
    public required IDesignDraftStore Drafts { get; set; }

    [Inject]
    public required OpenDesigns Windows { get; set; }

    [Inject]
    public required SheetFiles Sheets { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required IAccess Access { get; set; }

    [Inject]
    public required ICurrentActor CurrentActor { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required Radzen.NotificationService Notifications { get; set; }

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

    /// <summary>Key of the open role; the first one when it is left out or gone.</summary>
    [SupplyParameterFromQuery(Name = "role")]
    public string? RoleKey { get; set; }

    private StudioView Shows => Enum.GetValues<StudioView>().FirstOrDefault(view => StudioAddress.NameOf(view) == View);

    private FormDefinition? Shown => _session is null ? null : _session.OwnDocument.FindForm(FormKey ?? "") ?? _session.OwnForms.FirstOrDefault();

    private RoleDefinition? ShownRole => _session is null ? null : _session.Document.FindRole(RoleKey ?? "") ?? (_session.Document.Roles is [var first, ..] ? first : null);

    /// <summary>Whether the address leads to what somebody who designs single forms does not design; a form that there is none of no less.</summary>
    private bool IsBeyond => _session is { Scope: { IsWhole: false } scope } && (Shows != StudioView.Form || (FormKey is { } form && !scope.Includes(form)));

    /// <summary>Null where neither a form nor a role is in front.</summary>
    private DocumentTab? ShownTab => Shows switch
    {
        _ when IsBeyond => null,
        StudioView.Form when Shown is { } form => DocumentTab.Of(form),
        StudioView.Role when ShownRole is { } role => DocumentTab.Of(role),
        _ => null,
    };

    private string Kept => _session is { IsChanged: true } ? Text["Kept"] : Text["Unchanged"];

    /// <summary>For the script: what stands in boxes that are being typed in, by the id of the box.</summary>
    [JSInvokable]
    public async Task TakeTyped(Dictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var (id, text) in texts)
        {
            await (_session?.FollowAsync(() => _unfinished.LeaveAsync(id, text)) ?? Task.CompletedTask);
            _keeper?.Touch();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _leaving.Dispose();
        _self?.Dispose();
        _keeper?.Dispose();
        if (_member is { } member)
        {
            Windows.Leave(member, AppKey, SetAsideAsync);
        }

        if (_session is not null)
        {
            _session.Changed -= OnSessionChanged;
            _session.Dispose();
        }

        await _script.LeaveAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        var actor = await CurrentActor.GetAsync();
        var mayDesign = !(await Access.OfAsync(actor)).ScopeOf(AppKey).IsNone;
        if (RendererInfo.IsInteractive && mayDesign && actor.MemberId is { } own)
        {
            _member = own;
            await Windows.EnterAsync(own, AppKey, SetAsideAsync);
        }

        _session = mayDesign ? await Desk.OpenAsync(AppKey, actor, _leaving.Token) : null;
        _isMissing = _session is null;
        if (!_isSetAside && _session is { } session && actor.MemberId is { } member)
        {
            _keeper = new(new DesignDraftSlot(Drafts, member, AppKey), () => session.IsUnfinished ? DesignDraftDefinition.Write(session.Kept) : null, Clock, Log);
            session.Changed += OnSessionChanged;
            session.Check();
        }
    }

    /// <summary>Another window opens the same app: it finds all that was done here, and nothing is done here any more.</summary>
    private Task SetAsideAsync() => InvokeAsync(async () =>
    {
        (_isSetAside, _open) = (true, null);
        var keeper = _keeper;
        _keeper = null;
        await (keeper?.FinishAsync() ?? Task.CompletedTask);
        StateHasChanged();
    });

    protected override void OnParametersSet()
    {
        if (_session is not null)
        {
            _tabs.Show(_session.Document, ShownTab ?? (!IsBeyond && Shows != StudioView.Role && Shown is { } form ? DocumentTab.Of(form) : null));
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
            _self = DotNetObjectReference.Create(this);
            await JavaScript.InvokeVoidAsync("lowcode.followTyping", _self);
        }

        if (FieldKey is { } field && (FormKey, field) != _arrived && _designer is not null && Shown is { } form)
        {
            _arrived = (FormKey, field);
            _designer.Show(new DesignPlace(form.Key, field));
            StateHasChanged();
        }

        if (_jump is { } place && _designer is not null && Shown?.Key == place.Form)
        {
            _jump = null;
            _designer.Show(place);
        }
    }

    private void Jump(DesignPlace place)
    {
        (_jump, _open) = (place, null);
        if (place.Role is { } role)
        {
            Navigation.NavigateTo(StudioAddress.OfRole(AppKey, role));
        }
        else if (place.Form is { } form && (form != Shown?.Key || Shows != StudioView.Form))
        {
            Navigation.NavigateTo(StudioAddress.Of(AppKey, form));
        }
        else
        {
            StateHasChanged();
        }
    }

    private void Close(DocumentTab tab)
    {
        if (_tabs.Close(_session!.Document, tab) is { } next && next != ShownTab)
        {
            Navigation.NavigateTo(next.AddressIn(AppKey));
        }
    }

    private void CloseDialog() => (_open, _importing) = (null, null);

    private async Task FindMergeAsync()
    {
        _merge = await Desk.FindMergeAsync(_session!.Document, _session.Scope, _leaving.Token);
        _open = Panel.Merge;
    }

    private void Merge()
    {
        _session!.Merge(_merge!.OtherDocument, _merge.ToDocument());
        Notifications.Notify(Radzen.NotificationSeverity.Success, Text["Merged", _merge.Other.Version]);
        (_merge, _open) = (null, null);
    }

    private async Task OnPublishedAsync()
    {
        _open = _importing is null ? null : Panel.Import;
        await (_keeper?.DropAsync() ?? Task.CompletedTask);
        _keeper?.Touch();
    }

    /// <summary>The page is loaded anew, with what is published; of an app that never was, nothing is left.</summary>
    private async Task DiscardAsync()
    {
        await (_keeper?.DropAsync() ?? Task.CompletedTask);
        Navigation.NavigateTo(_session!.IsNew ? StudioAddress.Home : StudioAddress.Of(AppKey), forceLoad: true);
    }

    private bool IsPublished(WaitingSheet sheet) => _session is { IsChanged: false } && Workspace.Current.FindForm(sheet.Form) is not null;

    private void Import(WaitingSheet sheet) => (_importing, _open) = (sheet, IsPublished(sheet) ? Panel.Import : Panel.Publish);

    private async Task<UploadedFile?> ReceiveAsync(WaitingSheet sheet, CancellationToken cancellationToken)
        => await Sheets.OpenAsync(sheet, await CurrentActor.GetAsync(), cancellationToken);

    private void OnImported(bool hasStored)
    {
        if (hasStored)
        {
            _session!.Do(new ForgetSheet(_importing!.Form, _importing.Name));
        }

        CloseDialog();
    }

    private void OnSessionChanged()
    {
        _keeper?.Touch();
        _ = InvokeAsync(StateHasChanged);
    }

    /// <summary>What is open above the designer.</summary>
    private enum Panel
    {
        Publish,
        Merge,
        Import,
        Search,
        Keyboard,
        Preview,
    }
}
