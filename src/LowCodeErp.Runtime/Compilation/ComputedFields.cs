using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>What authors write as a type of field and the compiler makes into a field of another, with texts and settings like any extension.</summary>
public static class ComputedFields
{
    public static IReadOnlyList<IExtension> All { get; } = [new LookupField(), new RollupField(), new TierField()];

    /// <summary>Null for an ordinary type, and for none.</summary>
    public static IExtension? Find(string type) => All.FirstOrDefault(field => field.Key == type);
}
