using System.CommandLine;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Spreadsheets.Workbooks;
using LowCodeErp.Web.Administration.Audit;

namespace LowCodeErp.Web.Commands;

/// <summary><c>audit</c>: seals, checks and exports the log of who did what.</summary>
internal static class AuditCommand
{
    public static Command Create() => new("audit", new LocalizedText("审计日志：谁在何时做了什么。", "The audit log: who did what when.").ToString())
    {
        CreateSeal(), CreateCheck(), CreateExport(),
    };

    private static Command CreateSeal()
    {
        var database = DatabaseOption.Create();
        var command = new Command("seal", new LocalizedText("立即封存历史与审计日志；服务运行时每分钟自动封存。", "Seals the history and the audit log now; a server does so every minute.").ToString()) { database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            if (session is null)
            {
                return ExitCode.Refused;
            }

            var count = await session.Get<AuditSealer>().RunAsync(isThorough: true, cancellationToken);
            CommandSession.Say(new($"已封存 {count} 行。", $"{count} rows sealed."));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateCheck()
    {
        var expected = new Option<string?>("--expect") { Description = new LocalizedText("以前记下的封条校验值，必须仍在其中。", "The hash of a seal that was noted before; it must still be there.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("check", new LocalizedText("检查历史、审计日志与封条是否被改动。", "Checks the history, the audit log and their seals for tampering.").ToString()) { expected, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is null ? ExitCode.Refused : await CheckAsync(session, parsed.GetValue(expected), cancellationToken);
        });
        return command;
    }

    private static Command CreateExport()
    {
        var file = new Argument<string>("file") { Description = new LocalizedText("要写入的 .csv 或 .xlsx 文件。", "The .csv or .xlsx file to write.").ToString() };
        var from = new Option<string?>("--from") { Description = new LocalizedText("从哪一天起，如 2026-01-31。", "From this day on, such as 2026-01-31.").ToString() };
        var to = new Option<string?>("--to") { Description = new LocalizedText("到哪一天为止（含）。", "Up to this day, included.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("export", new LocalizedText("把审计日志导出为文件。", "Exports the audit log to a file.").ToString()) { file, from, to, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (!TryRead(parsed.GetValue(from), out var first) | !TryRead(parsed.GetValue(to), out var last))
            {
                return ExitCode.Misused;
            }

            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is null ? ExitCode.Refused : await ExportAsync(session, parsed.GetRequiredValue(file), new() { From = first, To = last }, cancellationToken);
        });
        return command;
    }

    private static async Task<int> CheckAsync(CommandSession session, string? expected, CancellationToken cancellationToken)
    {
        using var progress = ConsoleProgress.ForRows();
        var verdict = await session.Get<AuditCheck>().RunAsync(expected?.Trim(), progress, cancellationToken);
        progress.Finish();
        await session.Get<IAuditLog>().WriteAsync(AuditNotes.Of(verdict, Actor.System), cancellationToken);
        CommandSession.Report(verdict.Findings);
        if (verdict.LastSeal > 0)
        {
            CommandSession.Say(new($"最后的封条：第 {verdict.LastSeal} 号，{verdict.LastHash}", $"Last seal: {verdict.LastSeal}, {verdict.LastHash}"));
        }

        if (!verdict.IsSound)
        {
            CommandSession.Error(new($"发现 {verdict.FindingCount} 处改动。", $"{verdict.FindingCount} traces of tampering."));
            return ExitCode.Refused;
        }

        CommandSession.Say(new($"没有发现改动：已检查 {verdict.Rows} 行，其中 {verdict.Unsealed} 行尚未封存。", $"No tampering found: {verdict.Rows} rows checked, {verdict.Unsealed} of them not sealed yet."));
        return ExitCode.Done;
    }

    private static async Task<int> ExportAsync(CommandSession session, string file, AuditFilter filter, CancellationToken cancellationToken)
    {
        var extension = Path.GetExtension(file).ToLowerInvariant();
        if (extension is not (".csv" or ".xlsx"))
        {
            CommandSession.Error(new($"只能导出为 .csv 或 .xlsx，不能是“{extension}”。", $"Only .csv and .xlsx can be written, not \"{extension}\"."));
            return ExitCode.Misused;
        }

        var count = await WholeFile.WriteAsync(file, WriteAsync, cancellationToken);
        if (count is null)
        {
            return ExitCode.Misused;
        }

        CommandSession.Say(new($"已导出 {count} 条。", $"{count} entries exported."));
        return ExitCode.Done;

        async Task<int> WriteAsync(Stream output)
        {
            await using ISheetWriter writer = extension == ".csv" ? new CsvSheetWriter(output) : new XlsxSheetWriter(output, new LocalizedText("审计日志", "Audit log").ToString());
            return await session.Get<AuditSheet>().WriteAsync(filter, writer, Actor.System, cancellationToken);
        }
    }

    /// <summary>False, with the reason on the console, when the text is no day.</summary>
    private static bool TryRead(string? text, out DateOnly? day)
    {
        day = text is null ? null : DateArgument.Read(text);
        return text is null || day is not null;
    }
}
