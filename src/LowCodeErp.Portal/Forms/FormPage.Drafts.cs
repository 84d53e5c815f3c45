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
    private KeptDraft? _offer;
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
            if (_draft is not null && _offer is null && FieldTarget.Find(_draft, id) is { } typed)
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

    /// <summary>From now on what is entered is kept; what was entered before is offered.</summary>
    private async Task StartKeepingAsync(FormModel form)
    {
        _keeper?.Dispose();
        (_keeper, _offer, _notes) = (null, null, []);
        if (_draft is not null && _actor?.MemberId is { } member)
        {
            _keeper = new(new RecordDraftSlot(Drafts, new(member, form.Key, Id)), () => _draft is null ? _keeper!.Kept : DraftWriter.Write(_draft), Clock, Log);
            _offer = await _keeper.FindAsync(_leaving.Token);
            _keeper.StartFrom(_offer?.Content);
        }
    }

    /// <summary>The draft of a new record has all that it held, whatever this page began with.</summary>
    private Task ContinueDraftAsync()
    {
        if (Id is null)
        {
            Edit(RecordDraft.New(_form!));
        }

        _notes = DraftReader.Read(_draft!, _offer!.Content);
        _offer = null;
        return OnChangedAsync();
    }

    private Task DropDraftAsync()
    {
        _offer = null;
        return _keeper?.DropAsync() ?? Task.CompletedTask;
    }

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
            var (entered, offer, isOther) = (DraftWriter.Write(_draft), _offer, !IsAlike(_form!, form));
            (_form, _layout) = (form, _layout.CarryTo(form));
            await (Id is { } id ? ReadAsync(form, id) : FillAsync(form));
            if (_draft is not null && entered is not null)
            {
                _notes = DraftReader.Read(_draft, entered);
                await OnChangedAsync();
            }

            if (isOther && entered is not null)
            {
                Notifications.Notify(Radzen.NotificationSeverity.Info, Text["CarriedOver"]);
            }

            (_offer, _problems) = (offer, []);
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
