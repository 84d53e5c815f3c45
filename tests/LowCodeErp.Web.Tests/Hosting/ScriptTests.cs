using LowCodeErp.Runtime.Scripting;
using Microsoft.Extensions.DependencyInjection;

namespace LowCodeErp.Web.Tests.Hosting;

public sealed class ScriptTests(TemporaryWorkspace workspace) : IClassFixture<TemporaryWorkspace>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Server_ThatServesPagesAndRunsScripts_NeverLoadsTheInterpreter()
    {
        await new Visitor(workspace).GetAsync("/health");

        var result = await workspace.Services.GetRequiredService<IScripts>().RunAsync(
            new("return input * 2;", "21") { Deadline = Patience }, TestContext.Current.CancellationToken);

        Assert.Empty(result.Diagnostics);
        Assert.Equal("42", result.OutputJson);
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name);
        Assert.DoesNotContain("Jint", loaded, StringComparer.OrdinalIgnoreCase);
    }
}
