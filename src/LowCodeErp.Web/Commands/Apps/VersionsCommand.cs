using System.CommandLine;
using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Commands.Apps;

/// <summary><c>app versions</c>: number, when, who, what; the newest first.</summary>
internal static class VersionsCommand
{
    public static Command Create()
    {
        var (app, database) = (AppCommand.AppKey(), DatabaseOption.Create());
        var command = new Command("versions", new LocalizedText("列出已发布的版本。", "Lists the published versions.").ToString()) { app, database };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(app), parsed.GetRequiredValue(database), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string app, string database, CancellationToken cancellationToken)
    {
        await using var session = await CommandSession.OpenAsync(database, cancellationToken);
        if (session is null || !AppCommand.Knows(session, app))
        {
            return ExitCode.Refused;
        }

        var versions = await session.Get<IAppVersions>().ListAsync(app, cancellationToken);
        var comparison = session.Get<AppComparison>();
        foreach (var (index, version) in versions.Index())
        {
            var changes = comparison.Compare(versions.ElementAtOrDefault(index + 1)?.Package, version.Package);
            CommandSession.Say(new($"{Head(session, version)}\t{What(version, changes.Count).Chinese}", $"{Head(session, version)}\t{What(version, changes.Count).English}"));
        }

        return ExitCode.Done;
    }

    private static string Head(CommandSession session, AppVersion version)
    {
        var at = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(version.PublishedAt, DateTimeKind.Utc), session.Get<IWorkspace>().TimeZone);
        var who = version.PublishedBy ?? new LocalizedText("系统", "system").ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{version.Version}\t{at:yyyy-MM-dd HH:mm}\t{who}");
    }

    private static LocalizedText What(AppVersion version, int changes) => version.RestoredVersion is { } restored
        ? new($"回退到版本 {restored}，{changes} 处改动", $"back to version {restored}, {changes} changes")
        : new($"{changes} 处改动", $"{changes} changes");
}
