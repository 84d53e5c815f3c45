using System.CommandLine;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Commands.Apps;

/// <summary><c>app purge</c>: deletes kept values for good, once it is told to.</summary>
internal static class PurgeCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("name")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = new LocalizedText("要清除的项，见 app kept，例如 customer.phone@3。", "What to purge, see app kept: customer.phone@3.").ToString(),
        };
        var yes = new Option<bool>("--yes") { Description = new LocalizedText("确认：清除后不能恢复。", "Confirms it: what is purged cannot be brought back.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("purge", new LocalizedText("彻底清除保留的值。", "Deletes kept values for good.").ToString()) { names, yes, database };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(names), parsed.GetValue(yes), parsed.GetRequiredValue(database), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, bool isConfirmed, string database, CancellationToken cancellationToken)
    {
        if (!isConfirmed)
        {
            CommandSession.Error(new("清除后不能恢复；确认请加 --yes。", "What is purged cannot be brought back; add --yes to confirm."));
            return ExitCode.Misused;
        }

        await using var session = await CommandSession.OpenAsync(database, cancellationToken);
        if (session is null)
        {
            return ExitCode.Refused;
        }

        var refusals = await session.Get<IKeptValuesStore>().PurgeAsync(names, Actor.System, cancellationToken);
        CommandSession.Report(refusals);
        if (refusals.Count > 0)
        {
            return ExitCode.Refused;
        }

        CommandSession.Say(new($"已清除 {names.Length} 项。", $"{names.Length} purged."));
        return ExitCode.Done;
    }
}
