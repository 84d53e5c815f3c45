using LowCodeErp.Formula.Cases;

namespace LowCodeErp.Formula.Tests.Cases;

/// <summary>The cases of shared/data/formula/cases.json.</summary>
internal static class SharedCases
{
    public static IReadOnlyList<FormulaCase> Load()
    {
        using var file = File.OpenRead(SharedData.Find("formula/cases.json"));
        return FormulaCase.Read(file);
    }
}
