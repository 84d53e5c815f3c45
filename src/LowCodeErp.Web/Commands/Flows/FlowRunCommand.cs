using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Flows.Simulation;
using LowCodeErp.Runtime.Flows.Simulation.Scripts;

namespace LowCodeErp.Web.Commands.Flows;

/// <summary>
/// <c>flow run</c>: drives instances through the events of scripts. Of one script each event is a line of JSON on standard output; of a file with many scripts,
/// each script is one.
/// </summary>
internal static class FlowRunCommand
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var (file, app) = (TriedFlow.File(), TriedFlow.App());
        var script = new Option<string?>("--script") { Description = new LocalizedText("脚本文件（JSON）。", "File of a script (JSON).").ToString() };
        var scripts = new Option<string?>("--scripts") { Description = new LocalizedText("每行一个脚本的文件（NDJSON）。", "File with a script on each line (NDJSON).").ToString() };
        var inMemory = new Option<bool>("--in-memory") { Description = new LocalizedText("在内存中运行，什么也不保存。", "Runs in memory; stores nothing.").ToString() };
        var command = new Command("run", new LocalizedText("按脚本运行流程，每个事件之后输出状态。", "Runs a flow by a script and tells how it stands after each event.").ToString()) { file, app, script, scripts, inMemory };
        command.Validators.Add(result =>
        {
            if (result.GetValue(script) is null == result.GetValue(scripts) is null)
            {
                result.AddError(new LocalizedText("要么用 --script，要么用 --scripts 指定脚本", "give either --script or --scripts").ToString());
            }
            else if (!result.GetValue(inMemory))
            {
                result.AddError(new LocalizedText("请加上 --in-memory；脚本只在内存中运行", "add --in-memory; scripts run in memory only").ToString());
            }
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(script) is { } one
            ? RunOneAsync(parsed.GetRequiredValue(file), parsed.GetValue(app), one, cancellationToken)
            : RunManyAsync(parsed.GetRequiredValue(file), parsed.GetValue(app), parsed.GetRequiredValue(scripts)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunOneAsync(string file, string? app, string scriptFile, CancellationToken cancellationToken)
    {
        if (!TriedFlow.AreThere(file, scriptFile))
        {
            return ExitCode.Misused;
        }

        var diagnostics = new DiagnosticBag();
        var script = TriedFlow.ReadScript(await File.ReadAllTextAsync(scriptFile, Encoding.UTF8, cancellationToken), Path.GetFileName(scriptFile), diagnostics);
        CommandSession.Report(diagnostics.Items);
        if (script is null || await TriedFlow.CompileAsync(file, app, TriedFlow.ValuesOf([script.Definition]), cancellationToken) is not { } flow)
        {
            return ExitCode.Refused;
        }

        var run = NewRun(flow, script);
        foreach (var picture in run.Run())
        {
            Console.WriteLine(picture.ToJsonString(_readable));
        }

        return Report(script, run) ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<int> RunManyAsync(string file, string? app, string scriptsFile, CancellationToken cancellationToken)
    {
        if (!TriedFlow.AreThere(file, scriptsFile))
        {
            return ExitCode.Misused;
        }

        var diagnostics = new DiagnosticBag();
        var scripts = new List<Sourced<FlowScript>>();
        foreach (var (index, line) in (await File.ReadAllLinesAsync(scriptsFile, Encoding.UTF8, cancellationToken)).Index().Where(entry => !string.IsNullOrWhiteSpace(entry.Item)))
        {
            scripts.AddRange(TriedFlow.ReadScript(line, $"{Path.GetFileName(scriptsFile)}[{index + 1}]", diagnostics) is { } script ? [script] : []);
        }

        CommandSession.Report(diagnostics.Items);
        if (await TriedFlow.CompileAsync(file, app, TriedFlow.ValuesOf(scripts.Select(script => script.Definition)), cancellationToken) is not { } flow)
        {
            return ExitCode.Refused;
        }

        var areSound = !diagnostics.HasErrors;
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        foreach (var script in scripts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var run = NewRun(flow, script);
            var steps = new JsonArray([.. run.Run()]);
            await output.WriteLineAsync(new JsonObject { ["script"] = script.Definition.Name ?? script.File, ["steps"] = steps }.ToJsonString(_readable).AsMemory(), cancellationToken);
            areSound &= Report(script, run);
        }

        return areSound ? ExitCode.Done : ExitCode.Refused;
    }

    private static FlowScriptRun NewRun(SimulatedFlow flow, Sourced<FlowScript> script) => new(flow, script.Definition, PublishedHolidays.Calendar, TimeProvider.System.GetUtcNow().UtcDateTime);

    private static bool Report(Sourced<FlowScript> script, FlowScriptRun run)
    {
        CommandSession.Report(run.Problems.Select(script.Locate));
        return run.Problems.Count == 0;
    }
}
