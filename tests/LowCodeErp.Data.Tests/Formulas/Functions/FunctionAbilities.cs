using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Data.Tests.Formulas.Functions;

/// <summary>Which primitives a provider need not have, because no function that uses them claims to run there.</summary>
internal static class FunctionAbilities
{
    private static readonly (string Primitive, string Function)[] _limited =
    [
        (nameof(FormulaPrimitives.RegexMatch), "REGEXMATCH"),
        (nameof(FormulaPrimitives.Clean), "CLEAN"),
        (nameof(FormulaPrimitives.Proper), "PROPER"),
        (nameof(FormulaPrimitives.Char), "CHAR"),
        (nameof(FormulaPrimitives.Pinyin), "PINYIN"),
        (nameof(FormulaPrimitives.FormatNumber), "TEXT"),
        (nameof(FormulaPrimitives.FormatDate), "TEXT"),
        (nameof(FormulaPrimitives.FormatDateTime), "TEXT"),
        (nameof(FormulaPrimitives.Fixed), "FIXED"),
        (nameof(FormulaPrimitives.RmbCapital), "RMBCAP"),
        (nameof(FormulaPrimitives.DateValue), "DATEVALUE"),
        (nameof(FormulaPrimitives.Timestamp), "TIMESTAMP"),
    ];

    public static IEnumerable<string> PrimitivesWithout(SqlProviders provider)
        => _limited.Where(pair => !FunctionCatalog.Find(pair.Function)!.Sql.HasFlag(provider)).Select(pair => pair.Primitive);
}
