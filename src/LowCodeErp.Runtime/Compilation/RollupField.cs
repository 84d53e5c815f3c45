using LowCodeErp.Runtime.Extensibility;
using LowCodeErp.Runtime.Rollups;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>Makes one value of the records that refer to the record.</summary>
public sealed class RollupField : IExtension
{
    public string Key => RollupFields.Type;

    public Type SettingsType => typeof(RollupSettings);
}
