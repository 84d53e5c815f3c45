using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Formulas;

/// <summary>A command as the database gets it.</summary>
/// <param name="Parameters">Names and values.</param>
public sealed record FormulaStatement(string Text, IReadOnlyList<KeyValuePair<string, object?>> Parameters)
{
    internal static FormulaStatement Of(IQueryable query)
    {
        using var command = query.CreateDbCommand();
        return new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Show)]);
    }

    private static KeyValuePair<string, object?> Show(DbParameter parameter)
        => new(parameter.ParameterName, parameter.Value is DBNull ? null : parameter.Value);
}
