namespace LowCodeErp.Runtime.Fields;

/// <summary>
/// The Blazor components of a field type, as types, so that the runtime needs no Blazor. Without a settings editor the
/// designer builds one from the settings record.
/// </summary>
public sealed record FieldComponents(Type Editor, Type Cell, Type? SettingsEditor = null);
