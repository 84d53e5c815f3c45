using System.CommandLine;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Commands.Apps;

/// <summary><c>app diff</c>: two versions, or a folder and what is published, in plain words.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var app = AppCommand.AppKey();
        var from = new Option<long?>("--from") { Description = new LocalizedText("较早的版本；默认为当前版本之前的一个。", "The earlier version; the one before the current by default.").ToString() };
        var to = new Option<long?>("--to") { Description = new LocalizedText("较晚的版本；默认为当前版本。", "The later version; the current one by default.").ToString() };
        var folder = new Option<string?>("--folder") { Description = new LocalizedText("与当前版本比较的模板文件夹。", "A template's folder to compare with the current version.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("diff", new LocalizedText("用文字说明两个版本的差别。", "Tells in words how two versions differ.").ToString()) { app, from, to, folder, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await CommandSession.OpenAsync(parsed.GetRequiredValue(database), cancellationToken);
            var key = parsed.GetRequiredValue(app);
            return session is null || !AppCommand.Knows(session, key) ? ExitCode.Refused
                : parsed.GetValue(folder) is { } path ? await CompareFolderAsync(session, path, cancellationToken)
                : await CompareAsync(session, key, parsed.GetValue(from), parsed.GetValue(to), cancellationToken);
        });
        return command;
    }

    private static async Task<int> CompareAsync(CommandSession session, string app, long? from, long? to, CancellationToken cancellationToken)
    {
        var versions = await session.Get<IAppVersions>().ListAsync(app, cancellationToken);
        var later = to is null ? versions[0] : versions.FirstOrDefault(version => version.Version == to);
        if (later is null)
        {
            AppCommand.NoVersion(app, to!.Value);
            return ExitCode.Refused;
        }

        var earlier = versions.FirstOrDefault(version => from is null ? version.Version < later.Version : version.Version == from);
        if (earlier is null && from is not null)
        {
            AppCommand.NoVersion(app, from.Value);
            return ExitCode.Refused;
        }

        Say(session.Get<AppComparison>().Compare(earlier?.Package, later.Package));
        return ExitCode.Done;
    }

    /// <summary>By a rehearsal, so that formulas are compared as they would be stored, however they are spelled.</summary>
    private static async Task<int> CompareFolderAsync(CommandSession session, string folder, CancellationToken cancellationToken)
    {
        var result = await session.Get<TemplateInstaller>()
            .InstallAsync(folder, Actor.System, new() { IsRehearsal = true, LeavesUnconverted = true }, cancellationToken);
        Say(result.Changes);
        if (result.Version is null)
        {
            CommandSession.Report(result.Diagnostics);
            return ExitCode.Refused;
        }

        return ExitCode.Done;
    }

    private static void Say(IReadOnlyList<DesignChange> changes)
    {
        foreach (var change in changes)
        {
            CommandSession.Say(change.Text);
        }

        if (changes.Count == 0)
        {
            CommandSession.Say(new("没有差别。", "No difference."));
        }
    }
}
