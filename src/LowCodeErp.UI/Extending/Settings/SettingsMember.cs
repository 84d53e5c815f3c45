using System.Reflection;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>A member of a settings record, as the settings form shows it.</summary>
public sealed class SettingsMember
{
    private readonly DefinitionMember _definition;
    private readonly Type _texts;
    private readonly Lazy<SettingsModel?> _item;

    internal SettingsMember(DefinitionMember definition, Type texts)
    {
        _definition = definition;
        _texts = texts;
        Kind = MemberKind.Of(definition) ?? throw new NotSupportedException(
            $"No editor of settings takes the {definition.Property.PropertyType} {definition.Property.DeclaringType}.{definition.Property.Name}.");
        // Later, because a record may hold records of its own type.
        _item = new(() => Kind == SettingsKind.Records ? OfItem(definition.Property.PropertyType.GetGenericArguments()[0]) : null);
        Choices = Kind is SettingsKind.Choice or SettingsKind.Choices ? [.. FindChoices()] : [];
        FieldKey = definition.Property.GetCustomAttribute<FieldKeyAttribute>();
        ConditionOf = definition.Property.GetCustomAttribute<ConditionAttribute>()?.Of;
        ProposedFrom = definition.Property.GetCustomAttribute<ProposedFromAttribute>();
        Group = definition.Property.GetCustomAttribute<GroupAttribute>()?.Group ?? SettingsGroup.Basic;
    }

    /// <summary>As JSON has it: <c>maximumLength</c>.</summary>
    public string Name => _definition.Name;

    public SettingsKind Kind { get; }

    public SettingsGroup Group { get; }

    /// <summary>The entry <c>Setting.MaximumLength</c>.</summary>
    public LocalizedText Label => Text("") ?? new(Name);

    /// <summary>The entry <c>Setting.MaximumLength.Help</c>.</summary>
    public LocalizedText? Help => Text(".Help");

    /// <summary>The entry <c>Setting.MaximumLength.Blank</c>: what it means that nothing is set.</summary>
    public LocalizedText? Blank => Text(".Blank");

    public bool IsRequired => _definition.IsRequired;

    public bool IsNullable => _definition.IsNullable;

    public bool IsMultiline => Kind == SettingsKind.Condition || Has<MultilineAttribute>();

    public bool IsPercentage => Has<PercentageAttribute>();

    public bool IsHue => Has<HueAttribute>();

    /// <summary>What there is to choose from; none for any other kind.</summary>
    public IReadOnlyList<SettingsChoice> Choices { get; }

    /// <summary>The records of a list; null for any other kind.</summary>
    public SettingsModel? Item => _item.Value;

    internal FieldKeyAttribute? FieldKey { get; }

    /// <summary>The member that names the form whose records a condition is about.</summary>
    internal string? ConditionOf { get; }

    internal ProposedFromAttribute? ProposedFrom { get; }

    /// <summary>What the member holds where nothing is written.</summary>
    public object? Default => _definition.Default;

    /// <summary>What is written where somebody sets nothing: null where leaving the member out would mean something else.</summary>
    public JsonElement? Nothing => IsNullable && Default is not null ? Write(null) : null;

    /// <summary>What is wrong with a content by itself; in words for whoever edits it.</summary>
    public IReadOnlyList<Diagnostic> Check(JsonElement content, string path)
    {
        var diagnostics = new DiagnosticBag();
        _definition.Read(content, path, diagnostics);
        return [.. diagnostics.Items.Select(item => item.Path == path ? SettingsDiagnostics.Wrong(this, item) : item)];
    }

    public JsonElement Write(object? value) => _definition.Write(value);

    /// <summary>Null when it cannot be read; a blank that may be blank is none.</summary>
    public object? Read(JsonElement content)
    {
        var diagnostics = new DiagnosticBag();
        var value = _definition.Read(content, "", diagnostics);
        return diagnostics.HasErrors ? null : value;
    }

    /// <summary>The entries that the texts beside the class lack: of the label and of each choice.</summary>
    public IEnumerable<string> MissingTexts => Choices.Select(choice => "." + choice.Name).Prepend("").Where(ending => Text(ending) is null).Select(EntryOf);

    private static SettingsModel OfItem(Type record) => SettingsModel.Of(record, record);

    private bool Has<TAttribute>() where TAttribute : Attribute => _definition.Property.IsDefined(typeof(TAttribute), inherit: false);

    private string EntryOf(string ending) => $"Setting.{_definition.Property.Name}{ending}";

    private LocalizedText? Text(string ending) => ExtensionTexts.Find(_texts, EntryOf(ending));

    private IEnumerable<SettingsChoice> FindChoices()
    {
        var type = Nullable.GetUnderlyingType(_definition.Property.PropertyType) ?? _definition.Property.PropertyType;
        type = Kind == SettingsKind.Choices ? type.GetGenericArguments()[0] : type;
        object[] values = type == typeof(bool) ? [true, false] : [.. Enum.GetValues(type).Cast<object>()];
        return values.Select(value => new SettingsChoice(value.ToString()!, DefinitionWriter.Write(type, value), Text($".{value}") ?? new(value.ToString()!)));
    }
}
