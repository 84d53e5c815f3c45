using LowCodeErp.ScriptHost;
using LowCodeErp.Web.Commands;

// Before anything else of the program is loaded: a worker that runs scripts knows none of it (decision 0014).
if (args is [ScriptWorkerProgram.Command])
{
    await ScriptWorkerProgram.RunAsync();
    return 0;
}

return await CommandLine.RunAsync(args);
