using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Data.Formulas;

/// <summary>A database in the words of the formula language, which says for each function who can run it.</summary>
public static class FormulaAbility
{
    public static SqlProviders Of(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => SqlProviders.Sqlite,
        DatabaseProvider.PostgreSql => SqlProviders.PostgreSql,
        _ => SqlProviders.SqlServer,
    };
}
