using System.CommandLine;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Web.Commands.Apps;

/// <summary><c>app …</c>: versions of an app, what differs between them, publishing, going back, and what is kept of removed fields.</summary>
internal static class AppCommand
{
    public static Command Create()
    {
        var command = new Command("app", new LocalizedText("应用的版本：查看、比较、发布、回退；查看和清除保留的值。", "Versions of an app: list, compare, publish, roll back; list and purge kept values.").ToString());
        command.Subcommands.Add(VersionsCommand.Create());
        command.Subcommands.Add(DiffCommand.Create());
        command.Subcommands.Add(PublishCommand.Create());
        command.Subcommands.Add(RollbackCommand.Create());
        command.Subcommands.Add(KeptCommand.Create());
        command.Subcommands.Add(PurgeCommand.Create());
        return command;
    }

    public static Argument<string> AppKey() => new("app") { Description = new LocalizedText("应用标识。", "Key of the app.").ToString() };

    /// <summary>False, with the known apps on the console, when there is none of this key.</summary>
    public static bool Knows(CommandSession session, string app)
    {
        if (session.Workspace.Apps.Any(known => known.Key == app))
        {
            return true;
        }

        CommandSession.Error(CommandSession.Unknown(new("应用", "app"), app, session.Workspace.Apps.Select(known => known.Key)));
        return false;
    }

    public static void NoVersion(string app, long version)
        => CommandSession.Error(new($"应用“{app}”没有版本 {version}；用 app versions {app} 查看。", $"App \"{app}\" has no version {version}; see app versions {app}."));
}
