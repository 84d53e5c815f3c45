using System.Data.Common;
using System.Linq.Expressions;
using LowCodeErp.Data.Formulas.Cases;
using LowCodeErp.Data.Formulas.Translation;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using FieldPath = LowCodeErp.Formula.Binding.FieldPath;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Formulas;

/// <summary>A formula as a command of a database, which need not be at hand.</summary>
/// <param name="Parameters">Names and values.</param>
public sealed record FormulaStatement(string Text, IReadOnlyList<KeyValuePair<string, object?>> Parameters)
{
    /// <summary>A condition as the query that finds its records, anything else as the query of its values.</summary>
    public static FormulaStatement OfForm(
        DatabaseProvider provider, WorkspaceModel workspace, FormModel form, CompiledFormula formula, EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(formula);
        using var rows = new WorkspaceContext(Options<WorkspaceContext>(provider), workspace);
        using var connection = rows.Database.GetDbConnection();
        var session = new ReadSession(connection, rows, provider, context);
        return formula.Type.Kind == FormulaTypeKind.Boolean
            ? Of(FormulaRows.Found(session, form, formula, context).Select(row => EF.Property<long>(row, SystemColumns.Id)))
            : Of(FormulaRows.Values(session, form, formula, context));
    }

    /// <summary>For a record that is in no table: its fields are the columns of a table of one row.</summary>
    public static FormulaStatement OfRecord(DatabaseProvider provider, CompiledFormula formula, IFormulaRow record, EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(formula);
        using var literals = new LiteralContext(Options<LiteralContext>(provider));
        var row = new LiteralRow();
        var columns = new Dictionary<FieldPath, Expression>();
        var rewriter = FormulaRewriter.WithFields(ColumnOf, provider, context);
        var value = rewriter.Rewrite(formula.ToExpression(SqlRowAccess.Instance));
        var source = row.Query(literals);
        var select = Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [typeof(Row), value.Type], source.Expression, Expression.Quote(Expression.Lambda(value, row.Row)));
        return Of(source.Provider.CreateQuery(select));

        Expression ColumnOf(FieldPath path, Type type)
            => columns.TryGetValue(path, out var known) ? known : columns[path] = row.Add(type, Read(record, path));
    }

    private static FormulaStatement Of(IQueryable query)
    {
        using var command = query.CreateDbCommand();
        return new(command.CommandText.ReplaceLineEndings("\n"), [.. command.Parameters.Cast<DbParameter>().Select(Show)]);
    }

    private static KeyValuePair<string, object?> Show(DbParameter parameter)
        => new(parameter.ParameterName, parameter.Value is DBNull ? null : parameter.Value);

    private static object? Read(IFormulaRow record, FieldPath path)
    {
        IFormulaRow? row = record;
        foreach (var step in path.Steps.SkipLast(1))
        {
            row = row?.Follow(step.Ordinal);
        }

        return row?.Get(path.Last.Ordinal);
    }

    /// <summary>Nothing is ever sent, so that no server need be named.</summary>
    private static DbContextOptions<TContext> Options<TContext>(DatabaseProvider provider) where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        _ = provider switch
        {
            DatabaseProvider.Sqlite => options.UseSqlite("Data Source=none"),
            DatabaseProvider.PostgreSql => options.UseNpgsql("Host=none"),
            _ => options.UseSqlServer("Server=none"),
        };
        FormulaExtension.AddTo(options, provider);
        return options.Options;
    }
}
