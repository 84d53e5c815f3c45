using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Commands.Apps;

/// <summary>Tells what came of a publication, and how a command ends.</summary>
internal static class PublishOutcome
{
    public static int Report(PublishResult result, bool isRehearsal)
    {
        foreach (var change in result.Changes)
        {
            CommandSession.Say(change.Text);
        }

        foreach (var sentence in result.Impact)
        {
            CommandSession.Say(sentence);
        }

        CommandSession.Report(result.Diagnostics);
        if (result.Version is null)
        {
            SayHowToGoOn(result);
            return ExitCode.Refused;
        }

        CommandSession.Say(!result.IsChanged ? new("已是最新，无需更改。", "Up to date; nothing changed.")
            : isRehearsal ? new("试运行完成，没有保存。", "Rehearsed; nothing was stored.")
            : new($"已发布，工作区版本 {result.Version}。", $"Published; workspace version {result.Version}."));
        return ExitCode.Done;
    }

    private static void SayHowToGoOn(PublishResult result)
    {
        if (result.Diagnostics.Any(diagnostic => diagnostic.Code == PublishResult.LeftBehindCode))
        {
            CommandSession.Error(new("要把不能转换的值留在旧列中继续，请加 --leave-behind。", "To go on and leave these values in the old column, add --leave-behind."));
        }
    }
}
