using System.Collections.Frozen;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Functions;

/// <summary>Every function of this assembly, by any of its names.</summary>
public static class FunctionCatalog
{
    public static IReadOnlyList<FormulaFunction> All { get; } = typeof(FunctionCatalog).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(FormulaFunction)))
        .Select(type => (FormulaFunction)Activator.CreateInstance(type)!)
        .OrderBy(function => function.Name, StringComparer.Ordinal)
        .ToArray();

    // ToDictionary first: it refuses a name that two functions claim, ToFrozenDictionary would keep one of them silently.
    private static readonly FrozenDictionary<string, FormulaFunction> ByName = All
        .SelectMany(function => function.Aliases.Prepend(function.Name), (function, name) => (function, name))
        .ToDictionary(pair => pair.name, pair => pair.function, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static FormulaFunction? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The name most like a misspelt one, or null if none is near.</summary>
    public static string? FindSimilar(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 30 ? null : ByName.Keys
            .Select(candidate => (candidate, distance: EditDistance.Between(candidate, name.ToUpperInvariant())))
            .Where(pair => pair.distance <= Math.Max(1, name.Length / 3))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }
}
