using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Portal.Views;

/// <summary>Makes a view of what a list shows, or changes the one that it shows: for oneself, and for everybody by those who may design the form.</summary>
public sealed partial class ViewDialog
{
    private ViewDefinition _draft = null!;
    private IReadOnlyList<Diagnostic> _problems = [];
    private Actor? _actor;
    private FormAccess? _rights;
    private bool _mayShare;
    private bool _asksRemoval;
    private bool _isBusy;

    [Inject]
    public required MemberViews Views { get; set; }

    [Inject]
    public required IAccess Access { get; set; }

    [Inject]
    public required ICurrentActor Viewer { get; set; }

    [Parameter, EditorRequired]
    public FormModel Form { get; set; } = null!;

    /// <summary>What the list shows now.</summary>
    [Parameter, EditorRequired]
    public ListState State { get; set; } = null!;

    [Parameter, EditorRequired]
    public ListViewSet Set { get; set; } = ListViewSet.None;

    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>The views have changed; the name of the one to be shown, "" for the list as it is.</summary>
    [Parameter]
    public EventCallback<string> OnSaved { get; set; }

    private ListView? View => Set.Find(State.View);

    private bool CanRemove => View is { IsPersonal: true } || (View is not null && _mayShare);

    protected override async Task OnInitializedAsync()
    {
        _draft = ViewChoices.Take(View?.Model.Definition ?? new() { Key = "view", Label = new(Text["NewName"]) }, State);
        _problems = Views.Check(Form, _draft);
        _actor = await Viewer.GetAsync();
        var access = await Access.OfAsync(_actor);
        (_rights, _mayShare) = (access.Of(Form), access.Of(Form).May(AccessOperation.Design));
        // A shared view may have columns that its list does not show him: he is not told their names here either.
        _draft = _draft with { Columns = [.. _draft.Columns.Where(column => Form.Find(column.Field) is not { } field || _rights.MaySee(field))] };
    }

    private IReadOnlyList<FieldOption> Offer(Func<FieldModel, bool> isOffered)
        => [.. Form.ShownFields.Where(isOffered).Select(field => new FieldOption(field.Key, field.Label))];

    private void Change(ViewDefinition view)
    {
        _draft = view;
        _problems = Views.Check(Form, view);
    }

    private Task SaveAsync() => KeepAsync(View is { IsPersonal: true }, isPersonal: true, async view =>
    {
        await Views.KeepAsync(Form, view, _actor!);
        return [];
    });

    private Task ShareAsync() => KeepAsync(View is { IsPersonal: false }, isPersonal: false, view => Views.ShareAsync(Form, view, _actor!));

    /// <param name="isSame">Whether the view that is shown is replaced; else it becomes a new one.</param>
    private async Task KeepAsync(bool isSame, bool isPersonal, Func<ViewDefinition, Task<IReadOnlyList<Diagnostic>>> keep)
    {
        var view = isSame ? _draft : _draft with { Key = MemberViews.NewKey(Set, isPersonal, _draft.Label) };
        _problems = Views.Check(Form, view);
        if (_problems.Count > 0)
        {
            return;
        }

        _isBusy = true;
        StateHasChanged();
        _problems = await keep(view);
        _isBusy = false;
        if (_problems.Count == 0)
        {
            await OnSaved.InvokeAsync(ListView.NameOf(view.Key, isPersonal));
        }
    }

    /// <summary>Asked twice in the same place.</summary>
    private async Task RemoveAsync()
    {
        if (!_asksRemoval)
        {
            _asksRemoval = true;
            return;
        }

        if (View is { IsPersonal: true } own)
        {
            await Views.DropAsync(Form, own.Model.Key, _actor!);
        }
        else
        {
            _problems = await Views.UnshareAsync(Form, View!.Model.Key, _actor!);
        }

        if (_problems.Count == 0)
        {
            await OnSaved.InvokeAsync("");
        }
    }
}
