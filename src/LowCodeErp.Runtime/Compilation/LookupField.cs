using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>Shows a field of the record that a reference leads to.</summary>
public sealed class LookupField : IExtension
{
    public string Key => LookupFields.Type;

    public Type SettingsType => typeof(LookupSettings);
}
