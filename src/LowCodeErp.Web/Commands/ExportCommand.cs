using System.CommandLine;
using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Exporting;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;

namespace LowCodeErp.Web.Commands;

/// <summary><c>export</c>: the records of a form into a file that can be imported again.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var form = new Argument<string>("form") { Description = new LocalizedText("表单标识。", "Key of the form.").ToString() };
        var file = new Argument<string>("file") { Description = new LocalizedText("要写入的 .csv 或 .xlsx 文件。", "The .csv or .xlsx file to write.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("export", new LocalizedText("导出数据。", "Exports records.").ToString()) { form, file, database };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(form), parsed.GetRequiredValue(file), parsed.GetRequiredValue(database), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string formKey, string file, string database, CancellationToken cancellationToken)
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

        var count = await WholeFile.WriteAsync(file, output => WriteAsync(session, form, output, extension, cancellationToken), cancellationToken);
        if (count is null)
        {
            return ExitCode.Misused;
        }

        CommandSession.Say(new($"已导出 {count} 条数据。", $"{count} records exported."));
        return ExitCode.Done;
    }

    private static async Task<int> WriteAsync(CommandSession session, FormModel form, Stream output, string extension, CancellationToken cancellationToken)
    {
        await using ISheetWriter writer = extension == ".csv" ? new CsvSheetWriter(output) : new XlsxSheetWriter(output, form.Label.In(CultureInfo.CurrentUICulture));
        return await session.Get<RecordExporter>().WriteAsync(new(form), writer, Actor.System, CultureInfo.CurrentUICulture, cancellationToken: cancellationToken);
    }
}
