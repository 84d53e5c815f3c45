using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Flows.State;
using static LowCodeErp.Unit.Tests.Flows.TestFlow;

namespace LowCodeErp.Unit.Tests.Flows.Rules;

/// <summary>The flow <c>before → p1( … pN( x → y ) … | beside N) … | beside 1) → after</c>.</summary>
internal static class NestedFlow
{
    private static FlowModel Nested(int depth)
    {
        FlowBlock[] inside = [Step("x", "A"), Step("y", "B C")];
        for (var level = depth; level > 0; level--)
        {
            inside = [Parallel($"p{level}", inside, [Step($"beside{level}", "E")])];
        }

        return Of([Step("before", "S"), .. inside, Step("after", "D")]);
    }

    private static FlowBlock Step(string key, string members) => Approve(key, members, settings => settings with { Timeouts = [new() { Hours = 100 }] });

    public static FlowRunner AtY(int depth)
    {
        var run = new FlowRunner(Nested(depth)).Submit();
        run.Approve("before", "S");
        run.Approve("x", "A");
        return run;
    }

    public static FlowRunner AtAfter(int depth)
    {
        var run = AtY(depth);
        Reach(run, "after");
        return run;
    }

    public static string OpenAt(FlowRunner run, string block) => string.Join(' ', run.Open.Split(' ').Where(open => open.StartsWith(block + ":", StringComparison.Ordinal)));

    public static string Beside(FlowRunner run) => string.Join(' ', run.Open.Split(' ').Where(open => open.StartsWith("beside", StringComparison.Ordinal)));

    /// <summary>Everybody approves until the block is open, and it alone.</summary>
    public static void Reach(FlowRunner run, string block)
    {
        while (run.Open.Split(' ')[0] is { Length: > 0 } open && !run.Open.StartsWith(block + ":", StringComparison.Ordinal))
        {
            run.Approve(open.Split(':')[0], open.Split(':')[1]);
        }
    }

    public static void Finish(FlowRunner run)
    {
        Reach(run, "after");
        run.Approve("after", "D");
        Assert.Equal((FlowStatus.Approved, 0), (run.Status, run.State.Scopes.Values.Count(scope => scope.Status == ScopeStatus.Live)));
    }
}
