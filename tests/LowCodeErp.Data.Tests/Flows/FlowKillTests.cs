using System.Diagnostics;
using System.Globalization;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.TestDatabases;
using Microsoft.Data.Sqlite;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>A node that is killed at any statement of an approval leaves the state before it or the state after it (D4).</summary>
public sealed class FlowKillTests
{
    /// <summary>What a child process is to do: database, instance and the statement before which it dies.</summary>
    private const string Order = "LOWCODE_TEST_KILLED_APPROVAL";

    private const int MostStatements = 30;

    /// <summary>The signal takes a moment, in which nothing more may be sent to the database.</summary>
    private static readonly ManualResetEvent _never = new(false);

    [Theory]
    [EveryDatabase]
    public async Task D4_Approve_KilledAtEveryStatement_IsDoneOrNotDone(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider);
        var killed = 0;
        for (var statement = 1; statement <= MostStatements; statement++)
        {
            var instance = await database.Host.StartFlowAsync(7);
            var wasKilled = await ApproveInChildAsync(database, instance, statement);

            var (state, actions) = (await database.Host.ReadAsync(instance), await database.Host.ReadActionsAsync(instance));
            if (!wasKilled)
            {
                Assert.Equal((FlowStatus.Approved, 2), (state.Instance.Status, actions.Count));
                break;
            }

            killed++;
            Assert.Equal((FlowStatus.Running, SeatStatus.Open, 1), (state.Instance.Status, state.Seats[3].Status, actions.Count));
            Assert.Equal(FlowStatus.Approved, FlowHost.Done(await database.Host.ApproveAsync(instance, 7, 3)).Status);
        }

        // Loading, storing and committing at the least.
        Assert.InRange(killed, 3, MostStatements - 1);
    }

    /// <summary>
    /// The child's part, which only <see cref="ApproveInChildAsync"/> asks for. A module initializer could not do it: until it returns, no other thread enters the
    /// module.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task Child_Approves_UntilItIsKilled()
    {
        var order = Environment.GetEnvironmentVariable(Order)!.Split('|');
        var connections = WorkspaceConnections.For(DatabaseTarget.Parse(order[0], "test", new())!);
        using var host = await FlowHost.StartAsync(connections);
        var (reached, fatal) = (0, int.Parse(order[2], CultureInfo.InvariantCulture));
        connections.Watch = _ =>
        {
            if (++reached == fatal)
            {
                Process.GetCurrentProcess().Kill();
                _never.WaitOne();
            }
        };
        FlowHost.Done(await host.ApproveAsync(long.Parse(order[1], CultureInfo.InvariantCulture), 7, 3));
    }

    /// <returns>Whether it was killed before it came to the end.</returns>
    private static async Task<bool> ApproveInChildAsync(FlowDatabase database, long instance, int statement)
    {
        string[] child = ["exec", typeof(FlowKillTests).Assembly.Location, "-noLogo", "-noColor", "-explicit", "only", "-method", $"*.{nameof(Child_Approves_UntilItIsKilled)}"];
        var start = new ProcessStartInfo("dotnet", child) { RedirectStandardOutput = true };
        start.Environment[Order] = string.Create(CultureInfo.InvariantCulture, $"{NameOf(database.Published.Database.Target)}|{instance}|{statement}");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode is 0 or Killed, output);
        return process.ExitCode == Killed;
    }

    private static string NameOf(DatabaseTarget target)
        => target.Provider == DatabaseProvider.Sqlite ? new SqliteConnectionStringBuilder(target.ConnectionString).DataSource : target.ConnectionString;

    /// <summary>128 and the number of SIGKILL.</summary>
    private const int Killed = 137;
}
