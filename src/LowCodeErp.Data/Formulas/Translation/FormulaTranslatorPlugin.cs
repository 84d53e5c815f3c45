using Microsoft.EntityFrameworkCore.Query;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Makes EF ask <see cref="FormulaTranslator"/>.</summary>
internal sealed class FormulaTranslatorPlugin(SqlWriter writer) : IMethodCallTranslatorPlugin
{
    public IEnumerable<IMethodCallTranslator> Translators { get; } = [new FormulaTranslator(writer)];
}
