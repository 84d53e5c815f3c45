using LowCodeErp.Runtime.Scripting;

namespace LowCodeErp.Commands.Tests.Scripting;

/// <summary>Turns, replacement and the end of workers.</summary>
public sealed class PoolTests
{
    private const string Endless = "return new Date(1e15, 1e9).getTime();";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ScriptRequest Quick => new("return 1;") { Deadline = ScriptWorkers.Patience };

    [Fact]
    public async Task Script_MoreThanMayWait_IsRefusedAtOnce()
    {
        await using var pool = ScriptWorkers.Create(new() { Workers = 1, Waiting = 1 });
        var running = pool.RunAsync(new(Endless) { Deadline = TimeSpan.FromSeconds(4) }, Cancellation);
        var waiting = pool.RunAsync(new("return 1;") { Deadline = TimeSpan.FromSeconds(1) }, Cancellation);
        var refused = await pool.RunAsync(Quick, Cancellation);

        Assert.Equal("script.too-many-waiting", Assert.Single(refused.Diagnostics).Code);
        Assert.False(running.IsCompleted);
        Assert.Equal("script.busy", Assert.Single((await waiting).Diagnostics).Code);
        Assert.Equal("script.timed-out", Assert.Single((await running).Diagnostics).Code);
        Assert.Equal("1", (await pool.RunAsync(Quick, Cancellation)).OutputJson);
    }

    [Fact]
    public async Task Script_WhoseCallerGoes_IsKilledAndTheNextWorks()
    {
        var settings = Marked(new() { Workers = 1, Waiting = 0 });
        await using var pool = ScriptWorkers.Create(settings);
        using var caller = new CancellationTokenSource();
        var running = pool.RunAsync(new(Endless) { Deadline = TimeSpan.FromSeconds(50) }, caller.Token);
        await WorkerProcess.UntilAsync(() => Find(settings).Count == 1);
        var worker = Find(settings)[0];

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(worker.IsAlive);
        Assert.Equal("1", (await pool.RunAsync(Quick, Cancellation)).OutputJson);
    }

    [Fact]
    public async Task Pool_ThatStops_EndsItsScriptsAndWorkers()
    {
        var settings = Marked(new() { Workers = 2 });
        var pool = ScriptWorkers.Create(settings);
        await pool.RunAsync(Quick, Cancellation);
        var running = pool.RunAsync(new(Endless) { Deadline = TimeSpan.FromSeconds(50) }, Cancellation);

        await pool.DisposeAsync();

        Assert.Equal("script.stopping", Assert.Single((await running).Diagnostics).Code);
        Assert.Empty(Find(settings));
        Assert.Equal("script.stopping", Assert.Single((await pool.RunAsync(Quick, Cancellation)).Diagnostics).Code);
    }

    [Theory]
    [InlineData("return 1;", true)]
    [InlineData("return (;", true)]
    [InlineData("throw new Error('bad');", true)]
    [InlineData("return new Array(5e7).join('*');", false)]
    [InlineData("function f() { return f(); } return f();", false)]
    public async Task Worker_AfterAScript_IsKeptUnlessALimitWasMet(string source, bool isKept)
    {
        var settings = Marked(new() { Workers = 1 });
        await using var pool = ScriptWorkers.Create(settings);
        await pool.RunAsync(Quick, Cancellation);
        var first = Assert.Single(Find(settings));

        await pool.RunAsync(new(source) { Deadline = ScriptWorkers.Patience }, Cancellation);

        Assert.Equal(isKept, first.IsAlive);
    }

    [Fact]
    public async Task Worker_ThatWasUsedOftenOrHasGrown_IsReplaced()
    {
        var used = Marked(new() { Workers = 1, Uses = 2 });
        await using (var pool = ScriptWorkers.Create(used))
        {
            await pool.RunAsync(Quick, Cancellation);
            Assert.Single(Find(used));
            await pool.RunAsync(Quick, Cancellation);
            Assert.Empty(Find(used));
        }

        var grown = Marked(new() { Workers = 1, WorkerMegabytes = 10 });
        await using (var pool = ScriptWorkers.Create(grown))
        {
            await pool.RunAsync(Quick, Cancellation);
            Assert.Empty(Find(grown));
        }
    }

    [Fact]
    public async Task Worker_Running_HasNoSecretsAndFewRights()
    {
        const string secret = "LOWCODE_TEST_SECRET";
        Environment.SetEnvironmentVariable(secret, "s3cret");
        var settings = Marked(new() { Workers = 1 });
        await using var pool = ScriptWorkers.Create(settings);
        await pool.RunAsync(Quick, Cancellation);

        var worker = Assert.Single(Find(settings));
        Assert.DoesNotContain(secret, worker.Environment, StringComparison.Ordinal);
        Assert.DoesNotContain("PATH=", worker.Environment, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(worker.Folder));
        Assert.NotEqual(Environment.CurrentDirectory, worker.Folder);
        Assert.Equal("1", worker.Status("NoNewPrivs"));
        Assert.Matches("Max file size +0 +0 ", worker.Limits);
        Assert.Matches("Max core file size +0 +0 ", worker.Limits);
        var loaded = File.ReadAllText($"/proc/{worker.Id}/maps");
        Assert.Contains("/jint.dll", loaded, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("LowCodeErp.Runtime.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("LowCodeErp.Data.dll", loaded, StringComparison.Ordinal);

        var folder = worker.Folder;
        await pool.DisposeAsync();
        Assert.False(Directory.Exists(folder));
    }

    /// <summary>A memory limit that no other pool has marks the workers of this one.</summary>
    private static ScriptSettings Marked(ScriptSettings settings) => settings with { MemoryMegabytes = 128 + Interlocked.Increment(ref _marks) };

    private static int _marks;

    private static IReadOnlyList<WorkerProcess> Find(ScriptSettings settings)
        => [.. WorkerProcess.ChildrenOf(Environment.ProcessId).Where(child => child.Environment.Contains($"HeapHardLimit=0x{settings.MemoryMegabytes * 1024 * 1024:X}\0", StringComparison.Ordinal))];
}
