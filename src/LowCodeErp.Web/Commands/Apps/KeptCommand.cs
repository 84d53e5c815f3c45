using System.CommandLine;
using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Commands.Apps;

/// <summary><c>app kept</c>: what removed and changed fields and forms have left.</summary>
internal static class KeptCommand
{
    public static Command Create()
    {
        var database = DatabaseOption.Create();
        var command = new Command("kept", new LocalizedText("列出保留的值。", "Lists the kept values.").ToString()) { database };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(database), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string database, CancellationToken cancellationToken)
    {
        await using var session = await CommandSession.OpenAsync(database, cancellationToken);
        if (session is null)
        {
            return ExitCode.Refused;
        }

        var kept = await session.Get<IKeptValuesStore>().ListAsync(cancellationToken);
        foreach (var values in kept)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{values.Name}\t{values.Count}\t{values.Label}"));
        }

        if (kept.Count == 0)
        {
            CommandSession.Say(new("没有保留的值。", "Nothing is kept."));
        }

        return ExitCode.Done;
    }
}
