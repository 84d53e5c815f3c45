using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
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

    /// <summary>This assembly as a process of its own, which does nothing but what it is told here.</summary>
    [ModuleInitializer]
    internal static void ObeyOrder()
    {
        if (Environment.GetEnvironmentVariable(Order) is not { } order)
        {
            return;
        }

        _ = ObeyAsync(order);
        _never.WaitOne();
    }

    private static async Task ObeyAsync(string order)
    {
        await Task.Yield();
        try
        {
            Environment.Exit(await ApproveAsync(order.Split('|')));
        }
        catch (Exception exception)
        {
            // The parent shows what a child ends with.
            await Console.Error.WriteLineAsync(exception.ToString());
            Environment.Exit(2);
        }
    }

    /// <returns>Whether it was killed before it came to the end.</returns>
    private static async Task<bool> ApproveInChildAsync(FlowDatabase database, long instance, int statement)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(FlowKillTests).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Order] = string.Create(CultureInfo.InvariantCulture, $"{NameOf(database.Published.Database.Target)}|{instance}|{statement}");
        using var child = Process.Start(start)!;
        var error = await child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode is 0 or Killed, error);
        return child.ExitCode == Killed;
    }

    private static string NameOf(DatabaseTarget target)
        => target.Provider == DatabaseProvider.Sqlite ? new SqliteConnectionStringBuilder(target.ConnectionString).DataSource : target.ConnectionString;

    /// <summary>128 and the number of SIGKILL.</summary>
    private const int Killed = 137;

    private static async Task<int> ApproveAsync(string[] order)
    {
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
        return await host.ApproveAsync(long.Parse(order[1], CultureInfo.InvariantCulture), 7, 3) is Runtime.Flows.FlowResult.Done ? 0 : 1;
    }
}
