using System.CommandLine;
using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Exporting;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;
using LowCodeErp.Web.Commands.Formulas;

namespace LowCodeErp.Web.Commands;

/// <summary><c>export</c>: the records of a form into a file that can be imported again.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var form = new Argument<string>("form") { Description = new LocalizedText("表单标识。", "Key of the form.").ToString() };
        var file = new Argument<string>("file") { Description = new LocalizedText("要写入的 .csv 或 .xlsx 文件。", "The .csv or .xlsx file to write.").ToString() };
        var where = new Option<string>("--where")
        {
            DefaultValueFactory = _ => "",
            Description = new LocalizedText("只导出满足此公式的数据，例如 \"[金额] > 100\"。", "Exports only records for which this formula holds, such as \"[amount] > 100\".").ToString(),
        };
        var database = DatabaseOption.Create();
        var command = new Command("export", new LocalizedText("导出数据。", "Exports records.").ToString()) { form, file, where, database };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(form), parsed.GetRequiredValue(file), parsed.GetRequiredValue(where), parsed.GetRequiredValue(database), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string formKey, string file, string where, string database, CancellationToken cancellationToken)
    {
        var extension = Path.GetExtension(file).ToLowerInvariant();
        if (extension is not (".csv" or ".xlsx"))
        {
            CommandSession.Error(new($"只能导出为 .csv 或 .xlsx，不能是“{extension}”。", $"Only .csv and .xlsx can be written, not \"{extension}\"."));
            return ExitCode.Misused;
        }

        await using var session = await CommandSession.OpenAsync(database, cancellationToken);
        if (session?.FindForm(formKey) is not { } form)
        {
            return ExitCode.Refused;
        }

        if (!IsUnderstood(session.Get<FormulaConditions>(), form, where))
        {
            return ExitCode.Refused;
        }

        var query = new RecordQuery(form)
        {
            Where = session.Get<FormulaConditions>().Create(form, where, (await session.Get<IAccess>().OfAsync(Actor.System, cancellationToken)).Evaluation),
            Choices = ListAddress.Write(new() { Formula = where }),
        };
        var count = await WholeFile.WriteAsync(file, output => WriteAsync(session, query, output, extension, cancellationToken), cancellationToken);
        if (count is null)
        {
            return ExitCode.Misused;
        }

        CommandSession.Say(new($"已导出 {count} 条数据。", $"{count} records exported."));
        return ExitCode.Done;
    }

    /// <summary>What is wrong with the condition stands on the console, under the characters meant.</summary>
    private static bool IsUnderstood(FormulaConditions conditions, FormModel form, string where)
    {
        if (where.Length == 0)
        {
            return true;
        }

        var formula = conditions.Compile(form, where);
        foreach (var diagnostic in formula.Diagnostics)
        {
            Console.Error.WriteLine(FormulaMarks.Write(where, diagnostic));
        }

        return !formula.HasErrors;
    }

    private static async Task<int> WriteAsync(CommandSession session, RecordQuery query, Stream output, string extension, CancellationToken cancellationToken)
    {
        await using ISheetWriter writer = extension == ".csv" ? new CsvSheetWriter(output) : new XlsxSheetWriter(output, query.Form.Label.In(CultureInfo.CurrentUICulture));
        return await session.Get<RecordExporter>().WriteAsync(query, writer, Actor.System, CultureInfo.CurrentUICulture, cancellationToken: cancellationToken);
    }
}
