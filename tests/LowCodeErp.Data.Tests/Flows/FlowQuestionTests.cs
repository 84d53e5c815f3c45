using LowCodeErp.Core.Values;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Flows.FlowHost;

namespace LowCodeErp.Data.Tests.Flows;

/// <summary>What the machine asks is answered within the transaction of the command.</summary>
public sealed class FlowQuestionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task D29_Approve_RefusedByACheck_LeavesTheTaskOpenAndSaysSo(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider, Asking("[total] > 100"));
        var instance = await database.Host.StartFlowAsync(7);

        Assert.Equal("check-failed", Refused(await database.Host.ApproveAsync(instance, 7, 3)));
        Assert.Single(await database.Host.ReadTasksAsync([FlowTasks.OfMember(7)]));
        Assert.Equal(1, (await database.Host.ReadAsync(instance)).Instance.Version);
    }

    [Theory]
    [EveryDatabase]
    public async Task Evaluate_FormulaThatFails_IsAnIncidentAndNoDefault(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider, Asking("1 / ([total] - 12) > 0"));
        var instance = await database.Host.StartFlowAsync(7);

        Done(await database.Host.ApproveAsync(instance, 7, 3));

        var state = await database.Host.ReadAsync(instance);
        Assert.Equal((FlowStatus.Running, "flow.formula.failed"), (state.Instance.Status, Assert.Single(state.Incidents.Values).Code));
    }

    [Theory]
    [EveryDatabase]
    public async Task Update_OfTheRecord_IsStoredWithTheVoteOrNotAtAll(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(provider, new() { Question = new FlowQuestion.UpdateRecords(null, null, [new("total", Compiled("[total] * 2"))]) });
        var instance = await database.Host.StartFlowAsync(7);
        var order = (await database.Host.ReadAsync(instance)).Instance.RecordId;
        database.Host.Connections.Watch = statement =>
        {
            if (statement == "COMMIT")
            {
                throw new InvalidOperationException("The node fails.");
            }
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Host.ApproveAsync(instance, 7, 3));
        database.Host.Connections.Watch = null;
        Assert.Equal((12m, FlowStatus.Running), (await ReadTotalAsync(database, order), (await database.Host.ReadAsync(instance)).Instance.Status));

        Done(await database.Host.ApproveAsync(instance, 7, 3));
        Assert.Equal((24m, FlowStatus.Approved), (await ReadTotalAsync(database, order), (await database.Host.ReadAsync(instance)).Instance.Status));
        Assert.Equal("flow", await database.Published.QueryAsync("SELECT through FROM sys_history ORDER BY id DESC LIMIT 1"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Create_OfARecord_IsStoredWithTheVote(DatabaseProvider provider)
    {
        await using var database = await FlowDatabase.CreateAsync(
            provider,
            new() { Question = new FlowQuestion.CreateRecord("order", [new("name", Compiled("[name] & \"2\"")), new("total", null, "total")], new Dictionary<string, string>()) });
        var instance = await database.Host.StartFlowAsync(7);

        Assert.Equal(FlowStatus.Approved, Done(await database.Host.ApproveAsync(instance, 7, 3)).Status);
        Assert.Equal("订单2", await database.Published.QueryAsync("SELECT name FROM \"order\" ORDER BY id DESC LIMIT 1"));
    }

    internal static VoteRules Asking(string condition) => new() { Question = new FlowQuestion.Evaluate([new("check", Compiled(condition))]) };

    private static CompiledFormula Compiled(string text)
    {
        var fields = new[]
        {
            new FormulaField("name", new("name"), ValueKind.Text, 0),
            new FormulaField("total", new("total"), ValueKind.Number, 1),
        };
        return FormulaCompiler.Compile(text, new FormulaSchema("order", 1, fields), new(FormulaContext.Set));
    }

    private static async Task<decimal> ReadTotalAsync(FlowDatabase database, long order)
        => Convert.ToDecimal(await database.Published.QueryAsync($"SELECT total FROM \"order\" WHERE id = {order}"), System.Globalization.CultureInfo.InvariantCulture);
}
