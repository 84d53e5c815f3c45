using System.CommandLine;
using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Departments;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;

namespace LowCodeErp.Web.Commands;

/// <summary><c>department members</c>: who belongs where, from a file and into one that can be imported again.</summary>
internal static class DepartmentMembersCommand
{
    public static Command Create() => new("members", new LocalizedText("部门的成员、角色与职位。", "The members of departments, with roles and positions.").ToString())
    {
        CreateImport(), CreateExport(),
    };

    private static Command CreateImport()
    {
        var file = new Argument<string>("file")
        {
            Description = new LocalizedText(
                "列为登录名、部门（编码、完整路径或名称）、角色、职位、主部门的 .csv 或 .xlsx。",
                "A .csv or .xlsx with the columns user name, department (code, path or name), role, position, main.").ToString(),
        };
        var database = DatabaseOption.Create();
        var command = new Command("import", new LocalizedText("从文件导入，有一处错误则全部不导入；文件未提到的保持不变。", "Imports a file: all of it, or nothing if a row is wrong; what it does not name stays.").ToString()) { file, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is null ? ExitCode.Refused : await ImportAsync(session, parsed.GetRequiredValue(file), cancellationToken);
        });
        return command;
    }

    private static Command CreateExport()
    {
        var file = new Argument<string>("file") { Description = new LocalizedText("要写入的 .csv 或 .xlsx 文件。", "The .csv or .xlsx file to write.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("export", new LocalizedText("导出为可再次导入的文件。", "Writes a file that can be imported again.").ToString()) { file, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is null ? ExitCode.Refused : await ExportAsync(session, parsed.GetRequiredValue(file), cancellationToken);
        });
        return command;
    }

    private static async Task<int> ImportAsync(CommandSession session, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            CommandSession.Report([DepartmentDiagnostics.NoFile(file)]);
            return ExitCode.Refused;
        }

        await using var stream = File.OpenRead(file);
        var problems = await session.Get<IOrganisation>().ChangeAsync(
            (current, diagnostics) => MembershipFile.Import(current, stream, Path.GetFileName(file), diagnostics), Actor.System, cancellationToken);
        CommandSession.Report(problems);
        if (problems.Count > 0)
        {
            return ExitCode.Refused;
        }

        CommandSession.Say(new("已导入。", "Imported."));
        return ExitCode.Done;
    }

    private static async Task<int> ExportAsync(CommandSession session, string file, CancellationToken cancellationToken)
    {
        var extension = Path.GetExtension(file).ToLowerInvariant();
        if (extension is not (".csv" or ".xlsx"))
        {
            CommandSession.Error(new($"只能导出为 .csv 或 .xlsx，不能是“{extension}”。", $"Only .csv and .xlsx can be written, not \"{extension}\"."));
            return ExitCode.Misused;
        }

        var organisation = session.Get<IOrganisation>().Current;
        var count = await WholeFile.WriteAsync(file, output => WriteAsync(organisation, output, extension, cancellationToken), cancellationToken);
        if (count is null)
        {
            return ExitCode.Misused;
        }

        CommandSession.Say(new($"已导出 {count} 行。", $"{count} rows exported."));
        return ExitCode.Done;
    }

    private static async Task<int> WriteAsync(Organisation organisation, Stream output, string extension, CancellationToken cancellationToken)
    {
        await using ISheetWriter writer = extension == ".csv" ? new CsvSheetWriter(output) : new XlsxSheetWriter(output, new LocalizedText("部门成员", "Departments").ToString());
        return await MembershipFile.ExportAsync(organisation, writer, CultureInfo.CurrentUICulture, cancellationToken);
    }
}
