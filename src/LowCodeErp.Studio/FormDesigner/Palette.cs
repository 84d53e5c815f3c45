using System.Text.Json;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>What can be put on a form's page: every field type and layout item there is, in groups.</summary>
public sealed class Palette(ExtensionCatalog<IFieldType> types, ExtensionCatalog<ILayoutItem> items)
{
    /// <summary>Key of the type of which a span of days is made.</summary>
    private const string DatePart = "date";

    private static readonly LocalizedText _texts = new("文字", "Text");
    private static readonly LocalizedText _numbers = new("数字", "Numbers");
    private static readonly LocalizedText _times = new("日期与时间", "Dates and times");
    private static readonly LocalizedText _choices = new("选择", "Choices");
    private static readonly LocalizedText _files = new("文件与图片", "Files and pictures");
    private static readonly LocalizedText _links = new("关联与明细", "References and lines");
    private static readonly LocalizedText _page = new("页面布局", "Page layout");

    private readonly Dictionary<string, PaletteEntry> _fields = types.All.Select(OfField).Concat(ComputedFields.All.Select(field => new PaletteEntry(field.Key, ExtensionName.Of(field), _links, IsField: true))).ToDictionary(entry => entry.Key, StringComparer.Ordinal);
    private readonly Dictionary<string, PaletteEntry> _items = items.All.Where(item => item.Key != LayoutItemDefinition.FieldItem)
        .Select(item => new PaletteEntry(item.Key, ExtensionName.Of(item), _page, IsField: false)).ToDictionary(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>In the order in which they are offered.</summary>
    public IEnumerable<IGrouping<LocalizedText, PaletteEntry>> Groups
        => _fields.Values.Concat(_items.Values).GroupBy(entry => entry.Group).OrderBy(group => Array.IndexOf([_texts, _numbers, _times, _choices, _files, _links, _page], group.Key));

    /// <summary>What a line of a sub-table can hold, in the same order.</summary>
    public IEnumerable<IGrouping<LocalizedText, PaletteEntry>> Columns
        => Groups.SelectMany(group => group).Where(entry => types.Find(entry.Key) is { ValueKind: not (ValueKind.Table or ValueKind.None) }).GroupBy(entry => entry.Group);

    /// <summary>A new item of a page, with what it cannot be without: the first of the only items that it takes.</summary>
    public LayoutItemDefinition Create(string item)
    {
        var type = items.Find(item);
        var shape = type?.GetShape(Activator.CreateInstance(type.SettingsType)!);
        // A list without a title is called by the name of its form.
        var hasTitle = shape is LayoutShape.Container && type?.SettingsType.GetProperty("Title")?.PropertyType == typeof(LocalizedText);
        return new()
        {
            Type = item,
            Settings = hasTitle ? JsonSerializer.SerializeToElement(new { title = new Dictionary<string, string> { ["zh-CN"] = NameOfItem(item).Chinese } }) : null,
            Items = shape is LayoutShape.Container { Only: { } only } ? [Create(only)] : [],
        };
    }

    /// <summary>What people call a field type; its key when there is none such.</summary>
    public LocalizedText NameOfField(string type) => _fields.GetValueOrDefault(type)?.Name ?? new(type);

    /// <summary>What people call a layout item; its key when there is none such.</summary>
    public LocalizedText NameOfItem(string type) => _items.GetValueOrDefault(type)?.Name ?? new(type);

    private static PaletteEntry OfField(IFieldType type) => new(type.Key, ExtensionName.Of(type), GroupOf(type, type.GetShape(Activator.CreateInstance(type.SettingsType)!)), IsField: true);

    private static LocalizedText GroupOf(IFieldType type, FieldShape shape) => shape switch
    {
        FieldShape.Action => _page,
        FieldShape.Reference or FieldShape.Member or FieldShape.Department or FieldShape.SubTable or FieldShape.List { Item: FieldShape.Reference or FieldShape.Member or FieldShape.Department } => _links,
        FieldShape.List { Item: FieldShape.File } => _files,
        FieldShape.List => _choices,
        FieldShape.Parts parts when parts.Fields.All(part => part.Type == DatePart) => _times,
        FieldShape.Parts => _texts,
        _ => GroupOf(type),
    };

    private static LocalizedText GroupOf(IFieldType type) => type.ValueKind switch
    {
        ValueKind.Number => _numbers,
        ValueKind.Date or ValueKind.DateTime or ValueKind.Time => _times,
        ValueKind.Boolean => _choices,
        _ => type.GetOptions(Activator.CreateInstance(type.SettingsType)!) is null ? _texts : _choices,
    };
}
