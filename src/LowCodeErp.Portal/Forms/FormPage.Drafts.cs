using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Drafts;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace LowCodeErp.Portal.Forms;

/// <summary>What is entered is kept on the server while it is entered, offered again, and carried over when the form is published anew.</summary>
public sealed partial class FormPage
{
    private DraftKeeper? _keeper;
    private readonly string _window = WindowDraft.NewWindow();
    private readonly HashSet<string> _leftAlone = [];
    private IReadOnlyList<WindowDraft> _offers = [];
    private IReadOnlyList<LocalizedText> _notes = [];
    private DotNetObjectReference<FormPage>? _self;

    [Inject]
    public required IDraftStore Drafts { get; set; }

    [Inject]
    public required ILogger<FormPage> Log { get; set; }

    /// <summary>For the script: what stands in boxes that are being typed in, by the id of the box.</summary>
    [JSInvokable]
    public void TakeTyped(Dictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var (id, text) in texts)
        {
            if (_draft is not null && _offers.Count == 0 && FieldTarget.Find(_draft, id) is { } typed)
            {
                typed.Record.Preview(typed.Field, InputValue.Of(text));
                _keeper?.Touch();
            }
        }
    }

    private async Task ListenToTypingAsync()
    {
        _self = DotNetObjectReference.Create(this);
        await Script.InvokeVoidAsync("lowcode.followTyping", _self);
    }

    private DraftKey? DraftsKey => _form is not null && _actor is { MemberId: { } member, SeenBy: null } ? new(member, _form.Key, Id) : null;

    /// <summary>From now on what is entered is kept, apart from what is entered in other windows.</summary>
    private void StartKeeping()
    {
        _keeper?.Dispose();
        (_keeper, _offers, _notes) = (null, [], []);
        if (_draft is not null && DraftsKey is { } key)
        {
            _keeper = new(new RecordDraftSlot(Drafts, key, _window), () => _draft is null ? _keeper!.Kept : DraftWriter.Write(_draft), Clock, Log);
        }
    }

    /// <summary>What was entered before, or is being entered in another window.</summary>
    private async Task OfferDraftsAsync()
    {
        if (_draft is not null && DraftsKey is { } key)
        {
            var kept = await Task.Run(() => Drafts.ListAsync(key, _leaving.Token), _leaving.Token);
            _offers = [.. kept.Where(draft => !_leftAlone.Contains(draft.Window))];
        }
    }

    /// <summary>The draft of a new record has all that it held, whatever this page began with.</summary>
    private async Task ContinueDraftAsync(WindowDraft offer)
    {
        await Task.Run(() => Drafts.TakeOverAsync(DraftsKey!.Value, offer.Window, _window));
        if (Id is null)
        {
            Edit(RecordDraft.New(_form!));
        }

        LeaveOffersAlone();
        _notes = DraftReader.Read(_draft!, offer.Content);
        _keeper?.StartFrom(offer.Content);
        await OnChangedAsync();
    }

    private async Task DropOfferAsync(WindowDraft offer)
    {
        await Task.Run(() => Drafts.DropAsync(DraftsKey!.Value, offer.Window));
        _offers = [.. _offers.Where(other => other != offer)];
    }

    /// <summary>They stay for the next time; this window does not ask again.</summary>
    private void LeaveOffersAlone()
    {
        _leftAlone.UnionWith(_offers.Select(offer => offer.Window));
        _offers = [];
    }

    private Task DropDraftAsync() => _keeper?.DropAsync() ?? Task.CompletedTask;

    private void OnWorkspaceChanged() => _ = InvokeAsync(CarryOverAsync);

    /// <summary>The form was published anew while the page was open: what was entered goes on in the new one.</summary>
    private async Task CarryOverAsync()
    {
        if (_leaving.IsCancellationRequested || _isSaving || _draft is null || Workspace.Current.FindForm(FormKey) is not { } form || form == _form)
        {
            return;
        }

        try
        {
            await Script.InvokeVoidAsync("lowcode.sendTyped", _leaving.Token);
            var next = await BeginAsync(form);
            // Only now, since somebody may have gone on meanwhile.
            var (entered, isOther) = (DraftWriter.Write(_draft), !IsAlike(_form!, form));
            (_form, _layout) = (form, _layout.CarryTo(form));
            Edit(next);
            if (_draft is not null && entered is not null)
            {
                _notes = DraftReader.Read(_draft, entered);
                await OnChangedAsync();
            }

            if (isOther && entered is not null)
            {
                Notifications.Notify(Radzen.NotificationSeverity.Info, Text["CarriedOver"]);
            }

            _problems = [];
            _restoresFocus = true;
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left meanwhile.
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone; what it has sent is kept.
        }
        catch (Exception exception)
        {
            // Nobody awaits this; the page's error boundary shows and logs it as it does for any other failure.
            await DispatchExceptionAsync(exception);
        }
    }

    /// <summary>Whether people would notice nothing of the publication; it may have been one of other forms.</summary>
    private static bool IsAlike(FormModel before, FormModel after)
        => before.Fields.Select(Describe).SequenceEqual(after.Fields.Select(Describe));

    private static (string, string, LocalizedText, bool) Describe(FieldModel field) => (field.Key, field.Type.Key, field.Label, field.IsRequired);

    private void StopKeeping()
    {
        Workspace.Changed -= OnWorkspaceChanged;
        _keeper?.Dispose();
        _self?.Dispose();
    }
}
