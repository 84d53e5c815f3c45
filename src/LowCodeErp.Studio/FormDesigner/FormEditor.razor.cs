using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>
/// Designs one form: the palette, its page as a canvas, and the properties of what is chosen. Everything can be done with the mouse, by
/// dragging or by buttons, and with the keyboard.
/// </summary>
public sealed partial class FormEditor : IAsyncDisposable
{
    private const string Script = "./_content/LowCodeErp.Studio/FormDesigner/FormEditor.razor.js";

    private ElementReference _element;
    private IJSObjectReference? _script;
    private DotNetObjectReference<FormEditor>? _self;
    private Canvas _canvas = null!;
    private CanvasSelection _selection = CanvasSelection.None;
    private IReadOnlyDictionary<string, int> _usage = new Dictionary<string, int>();
    private string? _shown;
    private string? _column;

    /// <summary>Where the keyboard goes once the page is drawn.</summary>
    private ItemPath? _focus;

    /// <summary>Whether the keyboard goes to the name of the new field: naming it is what comes next.</summary>
    private bool _namesNew;
    private string? _said;
    private bool _isLeft;

    [Inject]
    public required LayoutRules Rules { get; set; }

    [Inject]
    public required Palette Palette { get; set; }

    [Inject]
    public required IJSRuntime JavaScript { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormDefinition Form { get; set; } = null!;

    private IReadOnlyList<DesignProblem> Problems => [.. Session.Problems.Where(problem => problem.Form == Form.Key)];

    private IReadOnlyList<FieldDefinition> ChosenFields
        => [.. _selection.Paths.Order(ItemPath.ReadingOrder).Select(FieldAt).OfType<FieldDefinition>()];

    /// <summary>Chooses what stands at a place of this form.</summary>
    public void Show(DesignPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var path = place.Field is { } field ? _canvas.FindField(field) : place.Item;
        Select(path is { } found && _canvas.Find(found) is not null ? new([found]) : CanvasSelection.None);
        _column = place.Column;
    }

    /// <summary>From the script: something was dropped on the canvas.</summary>
    /// <param name="source"><c>item:2.0</c>, <c>field:number</c>, <c>layout:section</c>.</param>
    [JSInvokable]
    public void Drop(string source, string container, int index)
    {
        ArgumentNullException.ThrowIfNull(source);
        var place = new ItemPlace(ItemPath.Parse(container), index);
        if (source.StartsWith("item:", StringComparison.Ordinal))
        {
            var path = ItemPath.Parse(source["item:".Length..]);
            MoveTo(_selection.Contains(path) ? _selection.Paths : [path], place);
        }
        else
        {
            var name = source.Split(':');
            Add(new(name[1], name[0] == "field" ? Palette.NameOfField(name[1]) : Palette.NameOfItem(name[1]), LocalizedText.Empty, name[0] == "field"), place);
        }

        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        _isLeft = true;
        await _script.LeaveAsync();
        _self?.Dispose();
    }

    /// <summary>Counted once: entries that changed places while somebody reaches for them would be a nuisance.</summary>
    protected override void OnInitialized()
        => _usage = Session.Forms.SelectMany(form => form.Fields).CountBy(field => field.Type).ToDictionary(StringComparer.Ordinal);

    protected override void OnParametersSet()
    {
        var canvas = Canvas.Of(Form);
        _selection = _shown == Form.Key ? _selection.Follow(_canvas, canvas) : CanvasSelection.None;
        (_canvas, _shown) = (canvas, Form.Key);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _script = await JavaScript.InvokeAsync<IJSObjectReference>("import", Script);
            if (_isLeft)
            {
                await _script.LeaveAsync();
                return;
            }

            await _script.InvokeVoidAsync("start", _element, _self);
        }

        if (_namesNew && _script is not null)
        {
            _namesNew = false;
            await _script.InvokeVoidAsync("focusName", _element);
        }

        if (_focus is { } path && _script is not null)
        {
            _focus = null;
            await _script.InvokeVoidAsync("focusItem", _element, path.ToString());
        }
    }

    /// <summary>On a narrow screen they stand below the canvas.</summary>
    private async Task ShowPropertiesAsync()
    {
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("showProperties", _element);
        }
    }

    private FieldDefinition? FieldAt(ItemPath path)
        => _canvas.Find(path)?.FieldKey is { } key ? Form.Fields.FirstOrDefault(field => field.Key == key) : null;

    /// <summary>With labels, as far as the compiler has understood it; as it is written until then.</summary>
    private string? FormulaOf(FieldDefinition field)
        => Session.FormModels.FirstOrDefault(model => model.Key == Form.Key)?.Find(field.Key)?.Formula?.Formula.PrintWithLabels(CultureInfo.CurrentUICulture) ?? field.Formula;

    private LocalizedText NameOf(IReadOnlyList<ItemPath> paths)
        => paths is [var path] && _canvas.Find(path) is { } item
            ? FieldAt(path)?.Label ?? Palette.NameOfItem(item.Type)
            : new($"{paths.Count} 项", $"{paths.Count} items");

    private void Choose((ItemPath Path, MouseEventArgs Click) chosen)
        => Select(chosen.Click.CtrlKey || chosen.Click.ShiftKey || chosen.Click.MetaKey ? _selection.Toggle(chosen.Path) : new([chosen.Path]));

    private void Select(CanvasSelection selection)
    {
        Session.History.EndThread();
        (_selection, _column, _said) = (selection, null, null);
        StateHasChanged();
    }

    private void Do(IEdit edit)
    {
        Session.History.EndThread();
        Session.Do(edit);
        _said = edit.Name.ToString();
    }

    /// <summary>Inside a chosen container, behind what is chosen, or behind what is around it; else at the end: the first of these that takes the items.</summary>
    private ItemPlace PlaceForNew(IReadOnlyList<LayoutItemDefinition> items)
        => PlacesForNew().Where(place => Rules.Allows(_canvas, place, items)).Append(new(ItemPath.Canvas, _canvas.Items.Count)).First();

    private IEnumerable<ItemPlace> PlacesForNew()
    {
        if (_selection.Paths is not [.., var last] || _canvas.Find(last) is not { } item)
        {
            yield break;
        }

        if (Rules.IsContainer(item))
        {
            yield return new(last, item.Items.Count);
        }

        for (var path = last; path.Depth > 0; path = path.Parent)
        {
            yield return new(path.Parent, path.Index + 1);
        }
    }

    private void AddFromPalette(PaletteEntry entry) => Add(entry, PlaceForNew([ItemOf(entry)]));

    private LayoutItemDefinition ItemOf(PaletteEntry entry) => entry.IsField ? LayoutItemDefinition.OfField("new") : Palette.Create(entry.Key);

    private void Add(PaletteEntry entry, ItemPlace place)
    {
        if (!Rules.Allows(_canvas, place, [ItemOf(entry)]))
        {
            _said = Text["NotHere", entry.Name];
            return;
        }

        if (!entry.IsField)
        {
            var item = Palette.Create(entry.Key);
            Do(new AddItem(Form.Key, item, entry.Name, place, Rules));
            ChooseWhere(found => ReferenceEquals(found, item));
            return;
        }

        var field = NewFields.Create(entry.Key, entry.Name, Session.TakenKeys(Form.Key));
        Do(new AddFields(Form.Key, [field], place, Rules));
        ChooseWhere(found => found.FieldKey == field.Key);
        _namesNew = true;
    }

    /// <summary>The document after an edit, before it comes back as a parameter.</summary>
    private void TakeOver()
    {
        Form = Session.Document.FindForm(Form.Key)!;
        _canvas = Canvas.Of(Form);
    }

    private void ChooseWhere(Func<LayoutItemDefinition, bool> isNew)
    {
        TakeOver();
        _selection = new([.. _canvas.Paths().Where(entry => isNew(entry.Item)).Select(entry => entry.Path)]);
    }

    /// <summary>Fields that something else is made of are not taken away from under it: whoever wants that changes the other first.</summary>
    private void Remove() => Remove(_selection.Paths);

    private void Remove(IReadOnlyList<ItemPath> paths)
    {
        string[] fields = [.. paths.Select(FieldAt).OfType<FieldDefinition>().Select(field => field.Key)];
        if (Session.FindUses(Form.Key, fields) is { Count: > 0 } uses)
        {
            _said = string.Join(" ", uses.Select(use => use.Message));
        }
        else if (fields.Length == Form.Fields.Count)
        {
            _said = Text["LastField"];
        }
        else
        {
            var first = paths.Min(ItemPath.ReadingOrder);
            Do(new RemoveItems(Form.Key, paths, NameOf(_selection.Paths), Rules));
            TakeOver();
            _selection = CanvasSelection.None;
            _focus = _canvas.Paths().Select(entry => (ItemPath?)entry.Path).LastOrDefault(path => ItemPath.ReadingOrder.Compare(path!.Value, first) <= 0);
        }
    }

    private void MoveTo(IReadOnlyList<ItemPath> paths, ItemPlace place)
    {
        Do(new MoveItems(Form.Key, paths, NameOf(paths), place, Rules));
        var before = _canvas;
        TakeOver();
        _selection = _selection.Follow(before, _canvas);
        _focus = _selection.Paths is [.., var last] ? last : null;
    }

    private bool CanMove(int direction) => PlaceInReach(direction) is not null;

    private void Move(int direction)
    {
        if (PlaceInReach(direction) is { } place)
        {
            MoveTo(_selection.Paths, place);
        }
    }

    /// <summary>
    /// The next gap up or down that takes what is chosen, if that stands together: past a neighbour, into the container next to it, or out of the one around it.
    /// </summary>
    private ItemPlace? PlaceInReach(int direction)
    {
        ItemPath[] chosen = [.. _selection.Paths.Order(ItemPath.ReadingOrder)];
        if (chosen is not [var first, ..] || chosen.Index().Any(entry => entry.Item.Parent != first.Parent || entry.Item.Index != first.Index + entry.Index))
        {
            return null;
        }

        var (path, items) = (direction < 0 ? first : chosen[^1], chosen.Select(_canvas.Find).OfType<LayoutItemDefinition>().ToList());
        var siblings = path.Depth == 1 ? _canvas.Items : _canvas.Find(path.Parent)!.Items;
        var neighbour = path.Index + direction;
        var gaps = new List<ItemPlace>();
        if (neighbour >= 0 && neighbour < siblings.Count)
        {
            var next = path.Parent.Child(neighbour);
            gaps.Add(new(next, direction < 0 ? siblings[neighbour].Items.Count : 0));
            gaps.Add(new(path.Parent, direction < 0 ? neighbour : neighbour + 1));
        }
        else if (path.Depth > 1)
        {
            gaps.Add(new(path.Parent.Parent, direction < 0 ? path.Parent.Index : path.Parent.Index + 1));
        }

        return gaps.Where(place => Rules.Allows(_canvas, place, items)).Select(place => (ItemPlace?)place).FirstOrDefault();
    }
}
