namespace LowCodeErp.Runtime.Fields;

/// <summary>
/// The Blazor components of a field type, as types, so that the runtime needs no Blazor. Without a settings editor the
/// designer builds one from the settings record.
/// </summary>
public sealed record FieldComponents(Type Editor, Type Cell, Type? SettingsEditor = null)
{
    /// <summary>The editor is a box into which the value is typed, so that a form may say what stands in it while it is empty.</summary>
    public bool TakesPlaceholder { get; init; }
}
