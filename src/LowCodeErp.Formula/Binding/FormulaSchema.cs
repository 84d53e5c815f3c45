using LowCodeErp.Core.Naming;

namespace LowCodeErp.Formula.Binding;

/// <summary>A schema that is simply a list of fields.</summary>
public sealed record FormulaSchema(string Key, long Version, IReadOnlyList<FormulaField> Fields) : IFormulaSchema
{
    public LocalizedText Label { get; init; } = new(Key);

    /// <summary>For constants: there is nothing to read.</summary>
    public static FormulaSchema Empty { get; } = new("", 0, []);
}
