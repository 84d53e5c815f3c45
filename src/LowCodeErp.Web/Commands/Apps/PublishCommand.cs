using System.CommandLine;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;

namespace LowCodeErp.Web.Commands.Apps;

/// <summary><c>app publish</c>: a folder's definitions, with what they change and concern told first.</summary>
internal static class PublishCommand
{
    public static Option<bool> DryRun() => new("--dry-run") { Description = new LocalizedText("只说明会发生什么，不保存。", "Only tells what would happen; stores nothing.").ToString() };

    public static Option<bool> LeaveBehind() => new("--leave-behind")
    {
        Description = new LocalizedText("不能转换的值留在保留的旧列中，照常发布。", "Publishes although values cannot be converted; they stay in the kept column.").ToString(),
    };

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = new LocalizedText("模板文件夹，其中有 app.json。", "The template's folder, which holds app.json.").ToString() };
        var (dryRun, leaveBehind, database) = (DryRun(), LeaveBehind(), DatabaseOption.Create());
        var command = new Command("publish", new LocalizedText("发布文件夹中的应用。", "Publishes the app in a folder.").ToString()) { folder, dryRun, leaveBehind, database };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(folder), parsed.GetValue(dryRun), parsed.GetValue(leaveBehind), parsed.GetRequiredValue(database), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool dryRun, bool leaveBehind, string database, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            CommandSession.Error(new($"找不到文件夹“{folder}”。", $"There is no folder \"{folder}\"."));
            return ExitCode.Misused;
        }

        await using var session = await CommandSession.OpenOrCreateAsync(database, cancellationToken);
        if (session is null)
        {
            return ExitCode.Refused;
        }

        using var progress = ConsoleProgress.ForRows();
        var result = await session.Get<TemplateInstaller>()
            .InstallAsync(folder, Actor.System, new() { IsRehearsal = dryRun, LeavesUnconverted = leaveBehind, Progress = progress }, cancellationToken);
        progress.Finish();
        return PublishOutcome.Report(result, dryRun);
    }
}
