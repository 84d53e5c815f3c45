using System.Diagnostics;
using LowCodeErp.Runtime.Scripting;

namespace LowCodeErp.Commands.Tests.Scripting;

/// <summary>Workers that do not keep to the protocol, played by the shell.</summary>
public sealed class BrokenWorkerTests
{
    private const string Ready = "printf '\\012\\000\\000\\000{\"log\":[]}'; ";

    /// <summary>Takes the call off the pipe, but for an end that fits into it.</summary>
    private const string Listen = "head -c 500000 >/dev/null; ";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("exit 3", "script.no-worker")]
    [InlineData("echo this is no protocol at all", "script.no-worker")]
    [InlineData("sleep 100", "script.busy")]
    [InlineData(Ready + "exit 3", "script.crashed")]
    [InlineData(Ready + "head -c 4 >/dev/null; exit 3", "script.crashed")]
    [InlineData(Ready + "echo garbage garbage garbage", "script.crashed")]
    [InlineData(Ready + "printf '\\377\\377\\377\\377'", "script.crashed")]
    [InlineData(Ready + "printf '\\000\\000\\000\\000'", "script.crashed")]
    [InlineData(Ready + "printf '\\100\\000\\000\\000{\"log\":'; exit 0", "script.crashed")]
    [InlineData(Ready + "printf '\\004\\000\\000\\000null'", "script.crashed")]
    [InlineData(Ready + "printf '\\002\\000\\000\\000{}'", "script.crashed")]
    [InlineData(Ready + "printf '\\014\\000\\000\\000{\"log\":null}'", "script.crashed")]
    [InlineData(Ready + Listen + "printf '\\012\\000\\000\\000{\"log\":[]}'; sleep 100", "script.output-invalid")]
    [InlineData(Ready + Listen + "printf '\\031\\000\\000\\000{\"log\":[],\"output\":\"[1,\"}  '; sleep 100", "script.output-invalid")]
    [InlineData(Ready + "sleep 100", "script.timed-out")]
    [InlineData(Ready + "sleep 100 & sleep 100", "script.timed-out")]
    [InlineData(Ready + "echo 'Stack overflow.' >&2; exit 134", "script.recursion-too-deep")]
    [InlineData(Ready + "echo 'Out of memory.' >&2; exit 134", "script.out-of-memory")]
    [InlineData(Ready + "yes flood >&2", "script.timed-out")]
    [InlineData(Ready + "yes flood | head -c 9000000 >&2; exit 1", "script.crashed")]
    public async Task Worker_ThatMisbehaves_IsReplacedInTime(string shell, string code)
    {
        await using var pool = new ScriptPool(new() { Workers = 1 }, new("/bin/sh", "-c", shell), TimeProvider.System);
        var watch = Stopwatch.StartNew();

        var result = await pool.RunAsync(new("return 1;", $"\"{new string('a', 500_000)}\"") { Deadline = Deadline }, TestContext.Current.CancellationToken);

        Assert.True(watch.Elapsed < Deadline * 10, $"It took {watch.Elapsed}.");
        Assert.Equal(code, Assert.Single(result.Diagnostics).Code);
        Assert.Null(result.OutputJson);
    }

    [Fact]
    public async Task Program_ThatIsNotThere_IsToldToTheAdministrator()
    {
        await using var pool = new ScriptPool(new(), new("/nowhere/at/all"), TimeProvider.System);
        var result = await pool.RunAsync(new("return 1;"), TestContext.Current.CancellationToken);
        Assert.Equal("script.no-worker", Assert.Single(result.Diagnostics).Code);
    }
}
