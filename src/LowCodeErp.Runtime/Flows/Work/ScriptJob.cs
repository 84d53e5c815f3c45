using System.Text.Json;
using LowCodeErp.Runtime.Scripting;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Flows.Work;

/// <summary>Runs a script in a process of its own; what it returns is what the step is told. A script that fails would fail again.</summary>
public sealed class ScriptJob(IScripts scripts, IWorkspace workspace) : IFlowJobHandler
{
    public string Kind => "script";

    public async Task<FlowJobResult> RunAsync(LeasedJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        var payload = JsonSerializer.Deserialize<JsonElement>(job.Job.Payload);
        var request = new ScriptRequest(payload.GetProperty("script").GetString()!, payload.GetProperty("values").GetRawText()) { Zone = workspace.TimeZone };
        var result = await scripts.RunAsync(request, cancellationToken);
        return result.OutputJson is { } output ? new FlowJobResult.Done(output) : new FlowJobResult.Failed(result.Diagnostics[0], MayPass: false);
    }
}
