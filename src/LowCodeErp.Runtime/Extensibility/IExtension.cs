namespace LowCodeErp.Runtime.Extensibility;

/// <summary>
/// A piece of behaviour that metadata names by its key. An extension is a stateless singleton; whatever belongs to one
/// record or one run comes in with the call.
/// </summary>
/// <example>
/// <c>BuiltIns/Fields/Number/NumberField.cs</c> has key <c>number</c>; a form uses it with
/// <c>{"key": "quantity", "type": "number", "settings": {"decimals": 0}}</c>.
/// </example>
public interface IExtension
{
    /// <summary>The name in metadata: kebab-case, ordinal, and never given a second meaning.</summary>
    string Key { get; }

    /// <summary>The record that the <c>settings</c> of the metadata are read into; unknown members are refused.</summary>
    Type SettingsType { get; }
}
