using System.Text.Json;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>The settings of an item on a form's page that is no field.</summary>
public sealed partial class ItemProperties
{
    [Inject]
    public required ExtensionCatalog<IFieldType> Types { get; set; }

    [Inject]
    public required ExtensionCatalog<ILayoutItem> LayoutItems { get; set; }

    [Inject]
    public required Palette Palette { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormDefinition Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public ItemPath Path { get; set; }

    [Parameter, EditorRequired]
    public LayoutItemDefinition Item { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<DesignProblem> Problems { get; set; } = [];

    /// <summary>As the compiler names it: <c>layout[0].items[2].settings</c>.</summary>
    private string SettingsPath => "layout" + string.Join(".items", Path.Indexes.Select(index => $"[{index}]")) + ".settings";

    private void Change(JsonElement? settings)
    {
        Session.History.EndThread();
        Session.Do(new ChangeItem(Form.Key, Path, Palette.NameOfItem(Item.Type), settings));
    }
}
