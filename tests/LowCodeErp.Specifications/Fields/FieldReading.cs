using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Specifications.Fields;

/// <summary>What became of an input: its value, and everything that reading and checking objected to.</summary>
public sealed record FieldReading(Value Value, IReadOnlyList<Diagnostic> Diagnostics)
{
    public IEnumerable<string> Codes => Diagnostics.Select(diagnostic => diagnostic.Code);
}
