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
        var database = new Option<string?>("--database")
        {
            Description = new LocalizedText(
                "在一个自己的数据库中运行（新的 SQLite 文件，或空的数据库）：实例按正式运行时的方式保存。",
                "Runs in a database of its own (a new SQLite file, or an empty database): instances are stored as in earnest.").ToString(),
        };
        var command = new Command("run", new LocalizedText("按脚本运行流程，每个事件之后输出状态。", "Runs a flow by a script and tells how it stands after each event.").ToString()) { file, app, script, scripts, inMemory, database };
        command.Validators.Add(result =>
        {
            if (result.GetValue(script) is null == result.GetValue(scripts) is null)
            {
                result.AddError(new LocalizedText("要么用 --script，要么用 --scripts 指定脚本", "give either --script or --scripts").ToString());
            }
            else if (result.GetValue(inMemory) == result.GetValue(database) is not null)
            {
                result.AddError(new LocalizedText("要么用 --in-memory，要么用 --database 指定一个新的数据库", "give either --in-memory or --database with a new database").ToString());
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new(parsed.GetRequiredValue(file), parsed.GetValue(app), parsed.GetValue(script) ?? parsed.GetValue(scripts)!, parsed.GetValue(scripts) is not null, parsed.GetValue(database)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Request request, CancellationToken cancellationToken)
    {
        if (!TriedFlow.AreThere(request.File, request.Scripts))
        {
            return ExitCode.Misused;
        }

        var diagnostics = new DiagnosticBag();
        var scripts = await ReadAsync(request, diagnostics, cancellationToken);
        CommandSession.Report(diagnostics.Items);
        if (scripts.Count == 0 && diagnostics.HasErrors)
        {
            return ExitCode.Refused;
        }

        if (await TriedFlow.CompileAsync(request.File, request.App, TriedFlow.ValuesOf(scripts.Select(script => script.Definition)), cancellationToken) is not { } flow)
        {
            return ExitCode.Refused;
        }

        if (request.Database is null)
        {
            return await RunAsync(request, flow, scripts, null, cancellationToken) && !diagnostics.HasErrors ? ExitCode.Done : ExitCode.Refused;
        }

        await using var database = await FlowRunDatabase.CreateAsync(request.Database, flow, [.. scripts.Select(script => script.Definition)], cancellationToken);
        return database is not null && await RunAsync(request, flow.In(database.Workspace), scripts, database, cancellationToken) && !diagnostics.HasErrors ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<IReadOnlyList<Sourced<FlowScript>>> ReadAsync(Request request, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var (text, name) = (await File.ReadAllTextAsync(request.Scripts, Encoding.UTF8, cancellationToken), Path.GetFileName(request.Scripts));
        var written = request.AreMany
            ? text.Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).Select(line => (Json: line.Item.TrimEnd('\r'), Name: $"{name}[{line.Index + 1}]"))
            : [(text, name)];
        return [.. written.Select(script => TriedFlow.ReadScript(script.Json, script.Name, diagnostics)).OfType<Sourced<FlowScript>>()];
    }

    /// <returns>Whether there was no mistake in any script.</returns>
    private static async Task<bool> RunAsync(Request request, SimulatedFlow flow, IReadOnlyList<Sourced<FlowScript>> scripts, IScriptDatabase? database, CancellationToken cancellationToken)
    {
        var areSound = true;
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        foreach (var script in scripts)
        {
            var run = new FlowScriptRun(flow, script.Definition, PublishedHolidays.Calendar, TimeProvider.System.GetUtcNow().UtcDateTime, database);
            var steps = new JsonArray();
            await foreach (var picture in run.RunAsync(cancellationToken))
            {
                if (request.AreMany)
                {
                    steps.Add(picture);
                }
                else
                {
                    await WriteAsync(output, picture);
                }
            }

            if (request.AreMany)
            {
                await WriteAsync(output, new() { ["script"] = script.Definition.Name ?? script.File, ["steps"] = steps });
            }

            CommandSession.Report(run.Problems.Select(script.Locate));
            areSound &= run.Problems.Count == 0;
        }

        return areSound;
    }

    private static Task WriteAsync(StreamWriter output, JsonObject line) => output.WriteLineAsync(line.ToJsonString(_readable));

    /// <param name="Scripts">The file.</param>
    /// <param name="AreMany">Whether it has one script on each line.</param>
    /// <param name="Database">Null: in memory.</param>
    private sealed record Request(string File, string? App, string Scripts, bool AreMany, string? Database);
}
