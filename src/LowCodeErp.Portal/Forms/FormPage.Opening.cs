using LowCodeErp.Core.Values;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Portal.Records;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.UI.Extending;
using EvaluationContext = LowCodeErp.Formula.Compilation.EvaluationContext;

namespace LowCodeErp.Portal.Forms;

/// <summary>What the page begins with: a stored record, a new one, or a copy.</summary>
public sealed partial class FormPage
{
    /// <summary>Before the circuit runs only the frame is drawn; the record would be read twice otherwise.</summary>
    private async Task ShowAsync()
    {
        _form = Workspace.Current.FindForm(FormKey) is { Parent: null } form ? form : null;
        _state = ListAddress.Read(Navigation.Uri);
        (_draft, _isGone, _problems) = (null, false, []);
        if (_form is null || !RendererInfo.IsInteractive)
        {
            return;
        }

        // Whoever steps from record to record stays on the tab.
        _layout = _layout?.Form == _form ? _layout : new(_form);
        _actor = await Viewer.GetAsync();
        _evaluation = await Records.CreateContextAsync();
        _state = (await Views.ReadAsync(_form, _actor, _leaving.Token)).Expand(_state);
        await LoadAsync(_form, offersDrafts: true);
    }

    private async Task LoadAsync(FormModel form, bool offersDrafts)
    {
        try
        {
            Edit(await BeginAsync(form));
            await (_logic?.ReadReferredAsync() ?? Task.CompletedTask);
            StartKeeping();
            await (offersDrafts ? OfferDraftsAsync() : Task.CompletedTask);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left before the record was there.
        }
    }

    private async Task<RecordDraft?> BeginAsync(FormModel form)
    {
        _viewer = await Records.ReadAccessAsync(_leaving.Token);
        _rights = await Records.ReadRightsAsync(form, Id, _leaving.Token);
        return await (Id is { } id ? ReadAsync(form, id) : FillAsync(form));
    }

    /// <returns>Null when the record is gone.</returns>
    private async Task<RecordDraft?> ReadAsync(FormModel form, long id)
    {
        _opened = await Records.OpenAsync(form, id, _leaving.Token);
        _isGone = _opened is null;
        _neighbours = RecordAddress.ReadPlace(Navigation.Uri) is { } place
            ? await RecordNeighbours.FindAsync(Records, form, id, _state, place, _leaving.Token)
            : RecordNeighbours.None;
        return _opened is null ? null : RecordDraft.From(_opened.Row, _opened.Lines);
    }

    /// <summary>A new record: a copy of another one, or one that a related list has asked to refer to its own.</summary>
    private async Task<RecordDraft?> FillAsync(FormModel form)
    {
        if (RecordAddress.ReadCopied(Navigation.Uri) is { } copied && await Records.OpenAsync(form, copied, _leaving.Token) is { } original)
        {
            return RecordCopy.Of(original.Row, original.Lines, await Records.CopyFilesAsync(original, _leaving.Token));
        }

        var filled = new Dictionary<FieldModel, RecordReference>();
        foreach (var (reference, id) in FormAddress.ReadFilled(form, Navigation.Uri))
        {
            if (await Records.OpenAsync(reference.Target!, id, _leaving.Token) is { } target)
            {
                filled[reference] = new(id, RecordTitle.Of(target.Row), RecordTitle.CodeOf(target.Row));
            }
        }

        return RecordDraft.New(form, filled, FormAddress.ReadTexts(form, Navigation.Uri).ToDictionary(given => given.Field, given => Read(given.Field, given.Text)));
    }

    /// <summary>What cannot be read stays as it came: the page says so when it is saved. Names of members and departments are looked up then.</summary>
    private static InputValue Read(FieldModel field, string text)
        => field.HoldsIds ? InputValue.Of(text) : ListQuery.Read(field, text) is { } value ? InputValue.Of(value) : InputValue.Of(text);

    private void Edit(RecordDraft? draft)
    {
        _draft = draft?.For(_rights!);
        _logic = draft is null ? null : new(draft, NewContext, StateHasChanged, ReadReferredAsync);
        _logic?.Run();
    }

    private async Task<RecordDraft?> ReadReferredAsync(FormModel form, long id)
        => await Records.OpenAsync(form, id, _leaving.Token) is { } referred ? RecordDraft.From(referred.Row, referred.Lines) : null;

    private EvaluationContext NewContext()
        => _evaluation!.At(Clock.GetUtcNow().UtcDateTime);
}
