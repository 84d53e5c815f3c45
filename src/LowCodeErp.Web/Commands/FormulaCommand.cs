using System.CommandLine;
using System.CommandLine.Parsing;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Commands.Formulas;

namespace LowCodeErp.Web.Commands;

/// <summary><c>formula</c>: the value of a formula for a record, or a file of cases.</summary>
internal static class FormulaCommand
{
    public static Command Create()
    {
        var text = new Argument<string?>("text") { Arity = ArgumentArity.ZeroOrOne, Description = new LocalizedText("公式。", "The formula.").ToString() };
        var record = new Option<string?>("--record")
        {
            Description = new LocalizedText(
                "一条数据，JSON 对象；没有 --form 时它的成员就是字段，对象是关联，对象的数组是子表。",
                "A record as a JSON object; without --form its members are the fields, an object a reference, an array of objects a sub-table.").ToString(),
        };
        var form = new Option<string?>("--form") { Description = new LocalizedText("表单标识，字段以它为准。", "Key of the form whose fields there are.").ToString() };
        var explain = new Option<bool>("--explain") { Description = new LocalizedText("逐步说明结果怎么来的。", "Tells step by step how the value came about.").ToString() };
        var sql = new Option<string?>("--sql") { Description = new LocalizedText("显示数据库执行的 SQL 和参数，不计算。", "Shows the SQL that a database runs, with its parameters, instead of the value.").ToString() };
        sql.AcceptOnlyFromAmong([.. SqlRun.Providers.Keys]);
        var cases = new Option<string?>("--cases") { Description = new LocalizedText("运行一个案例文件（JSON）；写了 --database 时由该数据库计算。", "Runs a file of cases (JSON); with --database as SQL on it.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("formula", new LocalizedText("计算公式。", "Evaluates a formula.").ToString()) { text, record, form, explain, sql, cases, database };
        command.Validators.Add(result => Check(result, hasText: result.GetResult(text) is { Tokens.Count: > 0 }, cases, [record, form, explain, sql]));
        command.SetAction((parsed, cancellationToken) =>
        {
            var given = IsGiven(parsed, database) ? parsed.GetValue(database) : null;
            return parsed.GetValue(cases) is { } file
                ? CaseFileRun.RunAsync(file, given, cancellationToken)
                : RunAsync(
                    parsed.GetValue(form),
                    parsed.GetValue(form) is null ? given : parsed.GetRequiredValue(database),
                    setting => parsed.GetValue(sql) is { } provider
                        ? new SqlRun(SqlRun.Providers[provider], parsed.GetValue(text)!, parsed.GetValue(record)).Run(setting)
                        : new FormulaRun(setting).Run(parsed.GetValue(text)!, parsed.GetValue(record), parsed.GetValue(explain)),
                    cancellationToken);
        });
        return command;
    }

    private static void Check(CommandResult result, bool hasText, Option cases, Option[] onlyWithText)
    {
        var hasCases = result.GetResult(cases) is not null;
        if (hasText == hasCases)
        {
            result.AddError(new LocalizedText("要么写一个公式，要么用 --cases 指定案例文件", "give either a formula or a file with --cases").ToString());
        }

        foreach (var option in onlyWithText.Where(option => hasCases && result.GetResult(option) is { Implicit: false }))
        {
            result.AddError(new LocalizedText($"{option.Name} 不能和 --cases 一起使用", $"{option.Name} does not go with --cases").ToString());
        }
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <param name="database">Null: without one, working days are counted as in a new workspace.</param>
    private static async Task<int> RunAsync(string? formKey, string? database, Func<FormulaSetting, int> run, CancellationToken cancellationToken)
    {
        if (database is null)
        {
            return run(new(null, null, TimeProvider.System.GetUtcNow().UtcDateTime, EvaluationContext.DefaultZone, PublishedHolidays.Calendar));
        }

        await using var session = await CommandSession.OpenAsync(database, cancellationToken);
        var form = formKey is null ? null : session?.FindForm(formKey);
        if (session is null || (form is null && formKey is not null))
        {
            return ExitCode.Refused;
        }

        return run(new(
            session.Workspace, form, session.Get<TimeProvider>().GetUtcNow().UtcDateTime, session.Get<IWorkspace>().TimeZone, session.Get<IWorkingCalendars>().Current));
    }
}
