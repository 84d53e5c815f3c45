namespace LowCodeErp.Runtime.Scripting;

/// <summary>
/// Runs scripts that administrators wrote, JSON in and JSON out, in processes of their own. Whatever a script does, an answer comes
/// within its deadline and this process stays as it was.
/// </summary>
/// <example>
/// <code>
/// var result = await scripts.RunAsync(new("return { total: input.price * input.quantity };", """{"price": 2, "quantity": 3}"""), cancellationToken);
/// // result.OutputJson is {"total":6}
/// </code>
/// </example>
public interface IScripts
{
    Task<ScriptResult> RunAsync(ScriptRequest request, CancellationToken cancellationToken);
}
