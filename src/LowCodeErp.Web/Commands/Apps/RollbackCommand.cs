using System.CommandLine;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Commands.Apps;

/// <summary><c>app rollback</c>: publishes the definitions of an earlier version again, as a new version.</summary>
internal static class RollbackCommand
{
    public static Command Create()
    {
        var app = AppCommand.AppKey();
        var version = new Argument<long>("version") { Description = new LocalizedText("要回到的版本，见 app versions。", "The version to go back to, see app versions.").ToString() };
        var (dryRun, leaveBehind, database) = (PublishCommand.DryRun(), PublishCommand.LeaveBehind(), DatabaseOption.Create());
        var command = new Command("rollback", new LocalizedText("回到较早的版本。", "Goes back to an earlier version.").ToString()) { app, version, dryRun, leaveBehind, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            return session is null || !AppCommand.Knows(session, parsed.GetRequiredValue(app)) ? ExitCode.Refused : await RunAsync(
                session, parsed.GetRequiredValue(app), parsed.GetRequiredValue(version), parsed.GetValue(dryRun), parsed.GetValue(leaveBehind), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandSession session, string app, long version, bool dryRun, bool leaveBehind, CancellationToken cancellationToken)
    {
        if (version > session.Workspace.Version || await session.Get<IAppVersions>().FindAsync(app, version, cancellationToken) is not { } package)
        {
            AppCommand.NoVersion(app, version);
            return ExitCode.Refused;
        }

        using var progress = ConsoleProgress.ForRows();
        var options = new PublishOptions { IsRehearsal = dryRun, LeavesUnconverted = leaveBehind, RestoredVersion = version, Progress = progress };
        var result = await session.Get<IPublisher>().PublishAsync(package, Actor.System, options, cancellationToken);
        progress.Finish();
        return PublishOutcome.Report(result, dryRun);
    }
}
