using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Edits;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.FormDesigner.Rules;

public sealed partial class ViewsPanel
{
    /// <summary>Key of the view that is being designed.</summary>
    private string? _open;

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormDefinition Form { get; set; } = null!;

    /// <summary>The fields that a list can show.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FieldOption> Offers { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<DesignProblem> Problems { get; set; } = [];

    /// <summary>What the compiler has not looked at yet is offered.</summary>
    private IReadOnlyList<FieldOption> Offer(Func<FieldModel, bool> isOffered)
    {
        var model = Session.FormModels.FirstOrDefault(model => model.Key == Form.Key);
        return [.. Offers.Where(offer => model?.Find(offer.Key) is not { } field || isOffered(field))];
    }

    private void Add()
    {
        var label = new LocalizedText(Text["NewName"]);
        var view = new ViewDefinition { Key = KeyProposal.Propose(label.Chinese, Form.Views.Select(known => known.Key), "view"), Label = label };
        _open = view.Key;
        Change(view, views => [.. views, view]);
    }

    private void Remove(int index)
    {
        var removed = Form.Views[index];
        Change(removed, views => [.. views.Where(view => view != removed)], list => list?.View == removed.Key ? ListSettings.WithView(list, null) : list);
    }

    private void SetFirst(string? key)
        => Change(Form.Views.FirstOrDefault(view => view.Key == key), views => views, list => ListSettings.WithView(list, string.IsNullOrEmpty(key) ? null : key));

    private void Change(
        ViewDefinition? view, Func<IReadOnlyList<ViewDefinition>, IReadOnlyList<ViewDefinition>> change, Func<ListDefinition?, ListDefinition?>? changeList = null)
    {
        Session.History.EndThread();
        var what = new LocalizedText($"视图 {view?.Label.Chinese}", $"view {view?.Label}");
        Session.Do(new ChangeForm(Form.Key, "views", what, form => form with { Views = change(form.Views), List = changeList is null ? form.List : changeList(form.List) }));
    }
}
