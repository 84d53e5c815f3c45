namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>
/// What formulas call in a query instead of the primitives of memory; <see cref="FormulaTranslator"/> turns it into SQL.
/// Every method throws, so that nothing is ever evaluated in .NET because the database could not.
/// </summary>
internal static class FormulaSql
{
    /// <summary>An operator or function of the database, see <see cref="SqlOperation"/>.</summary>
    public static T Call<T>(string operation, Arguments arguments) => throw OnlyInQueries(operation);

    /// <summary>Arguments are handed over one by one, since there may be any number of them.</summary>
    public static Arguments With<T>(Arguments? arguments, T argument) => throw OnlyInQueries(nameof(With));

    /// <summary>A field of a record; replaced by a column of the joined rows before EF sees it.</summary>
    public static T Read<T>(FormulaRecord? record, Formula.Binding.FieldPath path) => throw OnlyInQueries(path.Keys);

    private static InvalidOperationException OnlyInQueries(string operation)
        => new($"'{operation}' was to be computed by the database.");

    /// <summary>Only a type.</summary>
    internal sealed class Arguments
    {
        private Arguments()
        {
        }
    }
}
