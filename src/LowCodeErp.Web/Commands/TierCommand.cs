using System.CommandLine;
using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets.Texts;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Web.Commands;

/// <summary><c>tier run</c>: the same run as the button on the page.</summary>
internal static class TierCommand
{
    public static Command Create()
    {
        var command = new Command("tier", new LocalizedText("客户分级。", "Customer tiers.").ToString());
        command.Subcommands.Add(CreateRun());
        return command;
    }

    private static Command CreateRun()
    {
        var model = new Argument<string>("model") { Description = new LocalizedText("分级模型标识。", "Key of the tier model.").ToString() };
        var asOf = new Option<string?>("--as-of") { Description = new LocalizedText("分析日期 yyyy-MM-dd，默认今天。", "Analysis date yyyy-MM-dd; today by default.").ToString() };
        var dryRun = new Option<bool>("--dry-run") { Description = new LocalizedText("只计算，不保存。", "Computes only; stores nothing.").ToString() };
        var output = new Option<string?>("--out") { Description = new LocalizedText("把每个客户的结果写入 csv 文件。", "Writes every result to a csv file.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("run", new LocalizedText("计算等级。", "Computes the tiers.").ToString()) { model, asOf, dryRun, output, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            DateOnly? date = null;
            if (parsed.GetValue(asOf) is { } text && (date = DateArgument.Read(text)) is null)
            {
                return ExitCode.Misused;
            }

            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is null
                ? ExitCode.Refused
                : await RunAsync(session, parsed.GetRequiredValue(model), date, parsed.GetValue(dryRun), parsed.GetValue(output), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSession session, string key, DateOnly? asOf, bool dryRun, string? output, CancellationToken cancellationToken)
    {
        if (session.Workspace.FindTierModel(key) is not { } model)
        {
            CommandSession.Error(CommandSession.Unknown(new("分级模型", "tier model"), key, session.Workspace.TierModels.Select(candidate => candidate.Key)));
            return ExitCode.Refused;
        }

        var diagnostics = new DiagnosticBag();
        var result = await session.Get<TierRunner>().RunAsync(model, new(asOf ?? session.Today, dryRun, Actor.System), diagnostics, null, cancellationToken);
        if (result is null)
        {
            CommandSession.Report(diagnostics.Items);
            return ExitCode.Refused;
        }

        Report(model, result);
        if (output is null)
        {
            return ExitCode.Done;
        }

        var written = await WholeFile.WriteAsync(output, stream => WriteAsync(result, stream, cancellationToken), cancellationToken);
        return written is null ? ExitCode.Misused : ExitCode.Done;
    }

    private static void Report(TierModel model, TierRunResult result)
    {
        CommandSession.Say(result.Stored is null
            ? new($"已试算“{model.Label.Chinese}”，没有保存。", $"Rehearsed \"{model.Label.In(CultureInfo.GetCultureInfo("en"))}\"; nothing was stored.")
            : new($"已完成“{model.Label.Chinese}”。", $"\"{model.Label.In(CultureInfo.GetCultureInfo("en"))}\" done."));
        foreach (var tier in result.Summary.Findings.Tiers)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tier.Key}\t{tier.Records}\t{tier.Amount}"));
        }
    }

    private static async Task<int> WriteAsync(TierRunResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new CsvSheetWriter(output);
        await TierResultSheet.WriteAsync(result.Results, writer, cancellationToken);
        return result.Results.Count;
    }
}
