using System.CommandLine;
using System.CommandLine.Parsing;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Calendars;
using LowCodeErp.Runtime.Formulas;
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
        var cases = new Option<string?>("--cases") { Description = new LocalizedText("运行一个案例文件（JSON）。", "Runs a file of cases (JSON).").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("formula", new LocalizedText("计算公式。", "Evaluates a formula.").ToString()) { text, record, form, explain, cases, database };
        command.Validators.Add(result => Check(result, hasText: result.GetResult(text) is { Tokens.Count: > 0 }, cases, [record, form, explain]));
        command.SetAction(async (parsed, cancellationToken) => parsed.GetValue(cases) is { } file
            ? CaseFileRun.Run(file)
            : await RunAsync(
                run => run.Run(parsed.GetValue(text)!, parsed.GetValue(record), parsed.GetValue(explain)),
                parsed.GetValue(form),
                parsed.GetValue(form) is null && parsed.GetResult(database) is { Implicit: true } ? null : parsed.GetRequiredValue(database),
                cancellationToken));
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

    /// <param name="database">Null: without one, working days are counted as in a new workspace.</param>
    private static async Task<int> RunAsync(Func<FormulaRun, int> run, string? formKey, string? database, CancellationToken cancellationToken)
    {
        if (database is null)
        {
            return run(new(null, TimeProvider.System.GetUtcNow().UtcDateTime, EvaluationContext.DefaultZone, PublishedHolidays.Calendar));
        }

        await using var session = await CommandSession.OpenAsync(database, cancellationToken);
        var form = formKey is null ? null : session?.FindForm(formKey);
        if (session is null || (form is null && formKey is not null))
        {
            return ExitCode.Refused;
        }

        var schema = form is null ? null : new FormSchemas(session.Workspace).Of(form);
        return run(new(
            schema, session.Get<TimeProvider>().GetUtcNow().UtcDateTime, session.Get<IWorkspace>().TimeZone, session.Get<IWorkingCalendars>().Current));
    }
}
