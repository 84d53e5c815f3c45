using System.CommandLine;
using System.Text;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Calendars;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Flows.Simulation.Scripts;

namespace LowCodeErp.Web.Commands.Flows;

/// <summary><c>flow simulate</c>: the way that an instance would take if everybody approved, with who is asked and why.</summary>
internal static class FlowSimulateCommand
{
    public static Command Create()
    {
        var (file, app) = (TriedFlow.File(), TriedFlow.App());
        var member = new Option<string?>("--as") { Description = new LocalizedText("发起人的用户名。", "User name of the initiator.").ToString() };
        var values = new Option<string?>("--values") { Description = new LocalizedText("数据，JSON 对象。", "The record, as a JSON object.").ToString() };
        var with = new Option<string?>("--with") { Description = new LocalizedText("写有成员、部门、角色和其他数据的脚本文件。", "File of a script with members, departments, roles and other records.").ToString() };
        var command = new Command("simulate", new LocalizedText("预测流程会怎么走：节点、处理人、原因。", "Tells the way of an instance: its steps, people and reasons.").ToString()) { file, app, member, values, with };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(app), parsed.GetValue(member), parsed.GetValue(values), parsed.GetValue(with), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, string? app, string? member, string? values, string? with, CancellationToken cancellationToken)
    {
        if (!TriedFlow.AreThere(file, with))
        {
            return ExitCode.Misused;
        }

        var diagnostics = new DiagnosticBag();
        var world = with is null
            ? new Sourced<FlowScript>("--with", new(), "{}")
            : TriedFlow.ReadScript(await File.ReadAllTextAsync(with, Encoding.UTF8, cancellationToken), Path.GetFileName(with), diagnostics);
        var record = values is null ? null : ReadValues(values, diagnostics);
        CommandSession.Report(diagnostics.Items);
        if (world is null || diagnostics.HasErrors)
        {
            return ExitCode.Misused;
        }

        var script = world.Definition with { As = member ?? world.Definition.As, Values = record ?? world.Definition.Values };
        return await TriedFlow.CompileAsync(file, app, TriedFlow.ValuesOf([script]), cancellationToken) is { } flow
            ? Tell(new(flow, script, PublishedHolidays.Calendar, TimeProvider.System.GetUtcNow().UtcDateTime), world)
            : ExitCode.Refused;
    }

    private static JsonElement? ReadValues(string values, DiagnosticBag diagnostics)
        => TriedFlow.ReadScript($$"""{"values": {{values}}}""", "--values", diagnostics)?.Definition.Values;

    private static int Tell(FlowPreviewText text, Sourced<FlowScript> world)
    {
        CommandSession.Report(text.Problems.Select(problem => problem.Path.StartsWith("values", StringComparison.Ordinal) || problem.Path == "as" ? problem with { Path = "--" + problem.Path } : world.Locate(problem)));
        if (text.Problems.Count > 0)
        {
            return ExitCode.Refused;
        }

        foreach (var line in text.Lines)
        {
            Console.WriteLine(line);
        }

        CommandSession.Report(text.Refusals);
        return text.Refusals.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
