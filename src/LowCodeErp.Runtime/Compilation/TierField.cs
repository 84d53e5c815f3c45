using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>Shows where the record stands in a tier model.</summary>
public sealed class TierField : IExtension
{
    public string Key => TierFields.Type;

    public Type SettingsType => typeof(TierFieldSettings);
}
