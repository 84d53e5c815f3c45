using LowCodeErp.Commands.Tests.Running;

namespace LowCodeErp.Commands.Tests.Scripting;

/// <summary><c>script</c> as an administrator calls it.</summary>
public sealed class ScriptCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lowcode-commands-");

    [Fact]
    public async Task File_WithAnHonestScript_PrintsTheResultAndItsLog()
    {
        Write("return input.a + 1; log('never');");
        var result = (await RunAsync(null, "script.js", "--input", "{\"a\": 2}")).MustSucceed();
        Assert.Equal("3", result.Output.TrimEnd());
        Assert.Empty(result.Error);

        Write("log('sum', input.length); return { ok: true };");
        result = (await RunAsync(null, "script.js", "--input", "[1, 2]")).MustSucceed();
        Assert.Equal("{\"ok\":true}", result.Output.TrimEnd());
        Assert.Equal(["sum 2"], result.ErrorLines);
    }

    [Theory]
    [InlineData(null, "script.js:2:10: 脚本有语法错误：Unexpected token ;（支持 ECMAScript 5：用 var 和 function，不用 let、const 和 =>）。")]
    [InlineData("en", "script.js:2:10: The script cannot be read: Unexpected token ; (it is ECMAScript 5: var and function, not let, const or =>).")]
    public async Task File_WithAMistake_IsRefusedWithItsPlace(string? language, string message)
    {
        Write("var x = 1;\nvar y = (;\n");
        Assert.Equal([message], (await RunAsync(language, "script.js")).MustRefuse(1).ErrorLines);
    }

    [Theory]
    [InlineData("nowhere.js", "找不到文件“nowhere.js”。")]
    [InlineData("script.js --deadline 0", "命令有误：--deadline 应大于 0。用 --help 查看用法。")]
    public async Task Command_ThatIsWrong_IsMisused(string words, string message)
    {
        Write("return 1;");
        Assert.Equal([message], (await RunAsync(null, words.Split(' '))).MustRefuse(2).ErrorLines);
    }

    [Fact]
    public async Task Script_ThatEatsMemory_LeavesTheCommandSmall()
    {
        Write("var s = 'aaaaaaaa'; while (true) { s += s; }");
        var result = (await RunAsync("en", "script.js", "--deadline", "20")).MustRefuse(1);
        Assert.Contains("too much memory", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.PeakMemory, 1, 150 * 1024 * 1024);
    }

    [Fact]
    public async Task Command_ThatIsKilled_TakesItsWorkerAlong()
    {
        Write("return new Date(1e15, 1e9).getTime();");
        using var command = Start(null, "script.js", "--deadline", "60");
        await WorkerProcess.UntilAsync(() => WorkerProcess.ChildrenOf(command.Id).Count == 1);
        var worker = WorkerProcess.ChildrenOf(command.Id)[0];

        command.Kill();

        await WorkerProcess.UntilAsync(() => !worker.IsAlive);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string source) => File.WriteAllText(Path.Combine(_folder.FullName, "script.js"), source);

    private async Task<CommandResult> RunAsync(string? language, params string[] args)
    {
        using var command = Start(language, args);
        return await command.WaitAsync();
    }

    private RunningCommand Start(string? language, params string[] args) => RunningCommand.Start(
        _folder.FullName, new Dictionary<string, string?> { ["LOWCODE_LANGUAGE"] = language, ["LOWCODE_TRACE"] = null }, ["script", .. args]);
}
