using System.CommandLine;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Health;

namespace LowCodeErp.Web.Commands;

/// <summary><c>doctor</c>: is what is stored whole, and did only the system change it? For scripts after a crash or a restore.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var database = DatabaseOption.Create();
        var command = new Command("doctor", new LocalizedText("检查数据库中的数据是否完好；只读。", "Checks that what is stored is sound; changes nothing.").ToString()) { database };
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

        if (!session.Workspace.Forms.Any())
        {
            // Opening a database makes it; whoever mistyped its name should not hear that all is well.
            CommandSession.Error(new("数据库中还没有任何应用；请检查 --database。", "The database holds no app; check --database."));
            return ExitCode.Refused;
        }

        var findings = await session.Get<Doctor>().ExamineAsync(cancellationToken);
        CommandSession.Report(findings);
        if (findings.Count > 0)
        {
            return ExitCode.Refused;
        }

        CommandSession.Say(new("数据完好。", "The data is sound."));
        return ExitCode.Done;
    }
}
