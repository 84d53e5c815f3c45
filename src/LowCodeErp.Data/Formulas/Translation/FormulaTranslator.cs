using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Turns the calls of <see cref="FormulaSql"/> into SQL.</summary>
internal sealed class FormulaTranslator(SqlWriter writer) : IMethodCallTranslator
{
    private const string ArgumentList = "arguments";

    public SqlExpression? Translate(
        SqlExpression? instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments, IDiagnosticsLogger<DbLoggerCategory.Query> logger)
    {
        if (method.DeclaringType != typeof(FormulaSql))
        {
            return null;
        }

        return method.Name == nameof(FormulaSql.With)
            ? Append(arguments[0], arguments[1])
            : writer.Write((string)((SqlConstantExpression)arguments[0]).Value!, ReadList(arguments[1]), method.ReturnType);
    }

    /// <summary>A function that is never written: it only carries the arguments to the call that they are for.</summary>
    private static SqlFunctionExpression Append(SqlExpression list, SqlExpression argument)
    {
        SqlExpression[] all = [.. ReadList(list), argument];
        return new(ArgumentList, all, nullable: false, all.Select(_ => false), typeof(FormulaSql.Arguments), typeMapping: null);
    }

    private static IReadOnlyList<SqlExpression> ReadList(SqlExpression list) => (list as SqlFunctionExpression)?.Arguments ?? [];
}
