using System.CommandLine;
using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Web.Commands;

/// <summary><c>import</c>: a spreadsheet into a form, through the same importer as the dialog.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var form = new Argument<string>("form") { Description = new LocalizedText("表单标识；子表单为“表单-字段”。", "Key of the form; form-field for a sub-table.").ToString() };
        var file = new Argument<string>("file") { Description = new LocalizedText(".csv、.txt、.xls 或 .xlsx 文件。", "A .csv, .txt, .xls or .xlsx file.").ToString() };
        var mapping = new Option<string?>("--mapping")
        {
            Description = new LocalizedText(
                "列与字段的对应关系：JSON 文件，或 JSON 文本；不写则按名称对应。",
                "Which column goes into which field: a JSON file, or JSON itself; by name when left out.").ToString(),
        };
        var key = new Option<string?>("--key")
        {
            Description = new LocalizedText("按此字段识别已有数据并更新，而不是新建。", "Recognises existing records by this field and updates them.").ToString(),
        };
        var skipErrors = new Option<bool>("--skip-errors")
        {
            Description = new LocalizedText("跳过有错的行；默认任何错误都使整个文件不导入。", "Leaves out bad rows; by default one bad row refuses the file.").ToString(),
        };
        var rehearse = new Option<bool>("--rehearse") { Description = new LocalizedText("只检查，不保存。", "Checks only; stores nothing.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("import", new LocalizedText("导入电子表格。", "Imports a spreadsheet.").ToString()) { form, file, mapping, key, skipErrors, rehearse, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!Exists(parsed.GetRequiredValue(file), parsed.GetValue(mapping)))
            {
                return ExitCode.Misused;
            }

            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            if (session is null)
            {
                return ExitCode.Refused;
            }

            var options = new ImportOptions(Actor.System, ChangeSource.Command, parsed.GetValue(rehearse), parsed.GetValue(skipErrors));
            return await RunAsync(session, parsed.GetRequiredValue(form), parsed.GetRequiredValue(file), parsed.GetValue(mapping), parsed.GetValue(key), options, cancellationToken);
        });
        return command;
    }

    private static bool Exists(string file, string? mapping)
    {
        if (!File.Exists(file))
        {
            CommandSession.Error(new($"找不到文件“{file}”。", $"There is no file \"{file}\"."));
            return false;
        }

        if (mapping is not null && !IsJson(mapping) && !File.Exists(mapping))
        {
            CommandSession.Error(new($"找不到对应关系文件“{mapping}”。", $"There is no mapping file \"{mapping}\"."));
            return false;
        }

        return true;
    }

    private static bool IsJson(string mapping) => mapping.TrimStart().StartsWith('{');

    private static async Task<int> RunAsync(
        CommandSession session, string formKey, string file, string? mappingText, string? key, ImportOptions options, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        if (session.FindForm(formKey) is not { } form || !TryFindKey(form, key, out var keyField) || ReadMapping(mappingText, diagnostics) is not { } mapping)
        {
            CommandSession.Report(diagnostics.Items);
            return ExitCode.Refused;
        }

        await using var stream = File.OpenRead(file);
        using var reader = SpreadsheetReader.Open(stream, Path.GetFileName(file), SpreadsheetLimits.Default, diagnostics);
        if (reader is null || ImportPlan.Make(form, reader, mapping, keyField, diagnostics) is not { } plan)
        {
            // What does not fit is said of the form or its columns; in a script with many files that needs the file's name.
            CommandSession.Report(diagnostics.Items.Select(item => item.Path.Length == 0 ? item with { Path = Path.GetFileName(file) } : item));
            return ExitCode.Refused;
        }

        using var progress = ConsoleProgress.ForRows();
        try
        {
            var result = await session.Get<Importer>().RunAsync(plan, reader, diagnostics, options, progress, cancellationToken);
            progress.Finish();
            return Report(Path.GetFileName(file), result, options);
        }
        catch (FormChangedException exception)
        {
            // Published anew since the file was opened: which column goes where has to be found again.
            CommandSession.Error(new(
                $"表单“{exception.Form.Label.Chinese}”刚刚重新发布，没有导入任何数据；请重试。",
                $"Form \"{exception.Form.Label.In(CultureInfo.GetCultureInfo("en"))}\" was published anew just now and nothing was imported; try again."));
            return ExitCode.Refused;
        }
    }

    private static bool TryFindKey(FormModel form, string? key, out FieldModel? field)
    {
        field = key is null ? null : form.Find(key);
        if (key is null || field is { IsStored: true })
        {
            return true;
        }

        CommandSession.Report([ImportDiagnostics.FieldUnknown(form.Label, key, form.ImportedFields.Select(known => known.Key))]);
        return false;
    }

    private static ImportMapping? ReadMapping(string? mapping, DiagnosticBag diagnostics)
        => mapping is null ? new()
            : IsJson(mapping) ? DefinitionReader.Read<ImportMapping>(mapping, "--mapping", diagnostics)
            : DefinitionReader.Read<ImportMapping>(File.ReadAllText(mapping), Path.GetFileName(mapping), diagnostics);

    private static string PlaceOf(string file, ImportError error)
        => error.Row is null ? file : $"{file}:{error.Row}{(error.Column is null ? "" : $" [{error.Column}]")}";

    private static int Report(string file, ImportResult result, ImportOptions options)
    {
        foreach (var error in result.Errors)
        {
            Console.Error.WriteLine($"{PlaceOf(file, error)}: {error.Diagnostic.Message}");
        }

        foreach (var warning in result.Warnings)
        {
            Console.Error.WriteLine($"{new LocalizedText("警告", "warning")}: {PlaceOf(file, warning)}: {warning.Diagnostic.Message}");
        }

        var counts = new LocalizedText(
            $"读取 {result.Rows} 行：新建 {result.Created}，更新 {result.Updated}，未变 {result.Unchanged}，有错 {result.BadRows}。",
            $"{result.Rows} rows read: {result.Created} created, {result.Updated} updated, {result.Unchanged} unchanged, {result.BadRows} bad.");
        if (result.IsStored || (options.IsRehearsal && result.Errors.Count == 0))
        {
            CommandSession.Say(counts);
            return ExitCode.Done;
        }

        CommandSession.Error(new($"没有导入任何数据。{counts.Chinese}", $"Nothing was imported. {counts.English}"));
        return ExitCode.Refused;
    }
}
