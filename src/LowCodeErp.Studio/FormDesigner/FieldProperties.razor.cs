using System.Globalization;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Layout;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Edits;
using LowCodeErp.Studio.FormDesigner.Layouts;
using LowCodeErp.Studio.FormDesigner.Rules;
using LowCodeErp.UI.Extending.Settings;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>What a form says of one of its fields.</summary>
public sealed partial class FieldProperties
{
    [Inject]
    public required ExtensionCatalog<IFieldType> Types { get; set; }

    [Inject]
    public required ExtensionCatalog<ILayoutItem> LayoutItems { get; set; }

    [Parameter, EditorRequired]
    public DesignSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public FormDefinition Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public FieldDefinition Field { get; set; } = null!;

    /// <summary>Key of the sub-table of which the field is a column; null for a field of the form.</summary>
    [Parameter]
    public string? Table { get; set; }

    /// <summary>Of the form.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DesignProblem> Problems { get; set; } = [];

    /// <summary>Where the field stands on the page; null for a column, which stands in its table.</summary>
    [Parameter]
    public ItemPath? Position { get; set; }

    /// <summary>What stands there.</summary>
    [Parameter]
    public LayoutItemDefinition? Item { get; set; }

    private static readonly string[] FormulaMembers = ["formula", "defaultFormula", "visibleWhen", "requiredWhen", "readOnlyWhen", "limitedTo"];

    /// <summary>A column of the sub-table is to be shown, by its key: somebody wants to see it, or its key has changed.</summary>
    [Parameter]
    public EventCallback<string> OnOpenColumn { get; set; }

    private string Path => Table is null ? PathOf(Form.Fields, Field.Key) : $"{PathOf(Form.Fields, Table)}.settings.{PathOf(FieldLists.Of(Form, Table), Field.Key)}";

    private string SettingsPath => $"{Path}.settings";

    private bool IsReference => Types.Find(Field.Type) is { ValueKind: ValueKind.Reference };

    /// <summary>One that is written as one text; a list is set by hand.</summary>
    private bool TakesDefault => Types.Find(Field.Type) is { ValueKind: not (ValueKind.List or ValueKind.Reference or ValueKind.None) } && Field.Default is not { ValueKind: JsonValueKind.Array or JsonValueKind.Object };

    /// <summary>The field as it is compiled; null as long as nobody knows.</summary>
    private FieldModel? Model
        => Session.FormModels.FirstOrDefault(model => model.Key == Form.Key) is { } form ? (Table is null ? form : form.Find(Table)?.Lines)?.Find(Field.Key) : null;

    private ILayoutItem FieldItem => LayoutItems.Find(LayoutItemDefinition.FieldItem)!;

    private IExtension? Type => (IExtension?)Types.Find(Field.Type) ?? ComputedFields.Find(Field.Type);

    /// <summary>Lines always take the whole row.</summary>
    private bool IsPlaced => Position is not null && Item is not null && Field.Type != FieldDefinition.SubTable;

    private bool CanBeSensitive => Field.Formula is null && Types.Find(Field.Type) is { CanBeSensitive: true };

    private bool TakesPlaceholder => Field.Formula is null && Types.Find(Field.Type) is { Components.TakesPlaceholder: true };

    private bool HasAppearance => IsPlaced || TakesPlaceholder || SettingsIn(SettingsGroup.Appearance) is not null;

    private bool HasRules => Field.Validations.Count > 0 || Field.OptionsWhen.Count > 0;

    /// <summary>Null where the field has no options, or its settings cannot be read.</summary>
    private IReadOnlyList<FieldOption>? Options
        => Types.Find(Field.Type) is { } type && DefinitionReader.Read(type.SettingsType, Field.Settings ?? default, "", new()) is { } settings ? type.GetOptions(settings) : null;

    private IEnumerable<DesignProblem> OwnProblems => Problems.Where(problem => Table is null
        ? problem.Field == Field.Key && problem.Column is null
        : problem.Field == Table && problem.Column == Field.Key);

    private SettingsContext Context => DesignedForms.ContextOf(Session, Form with { Fields = FieldLists.Of(Form, Table) }, Types);

    /// <summary>As the field was when it was chosen: it does not close on whoever removes its last formula.</summary>
    private bool _hasLogic;
    private bool _hasAppearance;
    private bool _showsFacts;

    private FormulaPlaces? _places;

    protected override void OnInitialized() => (_hasLogic, _hasAppearance) = (HasLogic, Field.Placeholder is not null || Item is { IsBareField: false });

    /// <summary>The field's type where it has settings of such a group.</summary>
    private IExtension? SettingsIn(SettingsGroup group)
        => Type is { } type && type is not IFieldType { Components.SettingsEditor: not null } && SettingsModel.Of(type).Members.Any(member => member.Group == group) ? type : null;

    private bool HasLogic => (Field.Formula ?? Field.DefaultFormula ?? Field.VisibleWhen ?? Field.RequiredWhen ?? Field.ReadOnlyWhen ?? Field.FillFrom ?? Field.LimitedTo) is not null || Field.Default is not null;

    private static string? ShowDefault(JsonElement? content) => content is { ValueKind: not JsonValueKind.Undefined } written ? written.ToString() : null;

    /// <summary>A text, as every field type reads one; numbers as such, so that they look alike in every file.</summary>
    private JsonElement? ReadDefault(string text) => OrNull(text) is not { } typed ? null
        : Types.Find(Field.Type) is { ValueKind: ValueKind.Number } && decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? JsonSerializer.SerializeToElement(number)
        : JsonSerializer.SerializeToElement(typed);

    private static string PathOf(IReadOnlyList<FieldDefinition> fields, string key) => $"fields[{fields.Index().First(entry => entry.Item.Key == key).Index}]";

    private FormulaPlaces Places => _places = _places?.IsOf(Session) == true ? _places : FormulaPlaces.Of(Session, Form, Table);

    private IReadOnlyList<Diagnostic> Of(string member) => PlaceProblems.At(OwnProblems, $"{Path}.{member}");

    private bool IsShownBelow(string path)
        => path.StartsWith(SettingsPath, StringComparison.Ordinal) || Array.Exists(FormulaMembers, member => PlaceProblems.IsAt(path, $"{Path}.{member}"));

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>A field has a name; a box that was emptied shows the old one again.</summary>
    private async Task RenameAsync(string text)
    {
        if (OrNull(text) is not { } label)
        {
            return;
        }

        Session.History.EndThread();
        var key = Session.RenameField(Form.Key, Field.Key, Field.Label with { Chinese = label }, Table);
        if (Table is not null && key != Field.Key)
        {
            await OnOpenColumn.InvokeAsync(key);
        }
    }

    private static LocalizedText? InChinese(LocalizedText? text, string chinese) => OrNull(chinese) is { } written ? new(written, text?.English) : null;

    private static LocalizedText? InEnglish(LocalizedText? text, string english) => text is null ? null : text with { English = OrNull(english) };

    private void Place(JsonElement? settings)
    {
        Session.History.EndThread();
        Session.Do(new ChangeItem(Form.Key, Position!.Value, Field.Label, settings));
    }

    private void ChangeSettings(JsonElement? settings) => Change("settings", field => field with { Settings = settings });

    private void Change(string member, Func<FieldDefinition, FieldDefinition> change)
    {
        Session.History.EndThread();
        Session.Do(new ChangeField(Form.Key, Field.Key, member, Field.Label, change) { Table = Table });
    }
}
