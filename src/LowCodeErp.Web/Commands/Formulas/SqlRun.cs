using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Formulas;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Web.Commands.Formulas;

/// <summary>The SQL of a formula on standard output: the command, then a line for each of its parameters.</summary>
internal sealed class SqlRun(DatabaseProvider provider, string text, string? json)
{
    public static IReadOnlyDictionary<string, DatabaseProvider> Providers { get; } = new Dictionary<string, DatabaseProvider>
    {
        ["sqlite"] = DatabaseProvider.Sqlite,
        ["postgresql"] = DatabaseProvider.PostgreSql,
        ["sqlserver"] = DatabaseProvider.SqlServer,
    };

    public int Run(FormulaSetting setting)
    {
        if (GivenRecord.Read(json, setting) is not { } given)
        {
            return ExitCode.Misused;
        }

        var formula = FormulaCompiler.Compile(text, given.Schema, new(FormulaContext.Set, FormulaAbility.Of(provider)));
        FormulaMarks.Report(text, formula.Diagnostics);
        if (formula.HasErrors)
        {
            return ExitCode.Refused;
        }

        if (setting.Form is null && HasTable(formula.Root))
        {
            CommandSession.Error(new(
                "没有 --form 时不知道子表在哪张表里。请加上 --form，或去掉对子表的计算。",
                "Without --form there is no table that a sub-table's lines could be in. Add --form, or leave the sub-table out."));
            return ExitCode.Misused;
        }

        Write(StatementOf(formula, given, setting));
        return ExitCode.Done;
    }

    private FormulaStatement StatementOf(CompiledFormula formula, GivenRecord given, FormulaSetting setting)
    {
        return setting is { Form: { } form, Workspace: { } workspace }
            ? FormulaStatement.OfForm(provider, workspace, form, formula, setting.NewContext())
            : FormulaStatement.OfRecord(provider, formula, given.Row, setting.NewContext());
    }

    private static bool HasTable(BoundNode node) => node is BoundNode.Field { Type.Kind: FormulaTypeKind.Rows } || node.Children.Any(HasTable);

    private static void Write(FormulaStatement statement)
    {
        Console.WriteLine(statement.Text);
        foreach (var (name, value) in statement.Parameters)
        {
            Console.WriteLine($"-- {name} = {Show(value)}");
        }
    }

    private static string Show(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text}'",
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
