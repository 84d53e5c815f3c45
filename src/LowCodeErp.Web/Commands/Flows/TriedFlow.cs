using System.CommandLine;
using System.Text;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Flows.Simulation;
using LowCodeErp.Runtime.Flows.Simulation.Scripts;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Web.Hosting;

namespace LowCodeErp.Web.Commands.Flows;

/// <summary>What <c>flow simulate</c> and <c>flow run</c> have in common: the flow of a file, in its app or by itself, and the scripts.</summary>
internal static class TriedFlow
{
    public static Argument<string> File() => new("file")
    {
        Description = new LocalizedText("流程文件；不在应用里时，可以省略 key、label、form 和分支条件。", "File of the flow; outside an app it may leave out key, label, form and conditions.").ToString(),
    };

    public static Option<string?> App() => new("--app")
    {
        Description = new LocalizedText("应用文件夹；默认为流程文件所在的应用，没有时按数据推断表单。", "The app's folder; the one that the file lies in by default, else the form follows from the values.").ToString(),
    };

    /// <summary>False, with the reason on the console, where one of the files is not there.</summary>
    public static bool AreThere(params string?[] files)
    {
        var missing = files.OfType<string>().FirstOrDefault(file => !System.IO.File.Exists(file));
        if (missing is not null)
        {
            CommandSession.Error(new($"找不到文件“{missing}”。", $"There is no file \"{missing}\"."));
        }

        return missing is null;
    }

    /// <summary>Null, with the reasons on the console, where it cannot run.</summary>
    /// <param name="values">Records that it is tried with.</param>
    public static async Task<SimulatedFlow?> CompileAsync(string file, string? app, IReadOnlyList<JsonElement> values, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        await using var services = new ServiceCollection().AddEngine().BuildServiceProvider();
        var compiler = services.GetRequiredService<WorkspaceCompiler>();
        var compiled = FlowCheckCommand.FolderFor(file, app, isDatabaseNamed: false) is { } folder
            ? CompileInFolder(file, folder, compiler, diagnostics)
            : LooseFlow.Compile(await System.IO.File.ReadAllTextAsync(file, Encoding.UTF8, cancellationToken), Path.GetFileName(file), values, compiler, diagnostics);
        if (compiled is null)
        {
            CommandSession.Report(diagnostics.Items.Where(diagnostic => diagnostic.Severity == Severity.Error));
        }

        return compiled;
    }

    /// <summary>Null, with the reasons in the diagnostics, for what is no script.</summary>
    public static Sourced<FlowScript>? ReadScript(string json, string name, DiagnosticBag diagnostics)
        => DefinitionReader.Read<FlowScript>(json, name, diagnostics) is { } script ? new(name, script, json) : null;

    /// <summary>The fields of a flow's own form follow from objects alone; what is none is told when the script is run.</summary>
    public static IReadOnlyList<JsonElement> ValuesOf(IEnumerable<FlowScript> scripts) =>
    [
        .. scripts.Select(script => script.Values).OfType<JsonElement>().Where(values => values.ValueKind == JsonValueKind.Object),
        .. scripts.SelectMany(script => script.Steps).Where(step => step.Values.Count > 0).Select(step => JsonSerializer.SerializeToElement(step.Values)),
    ];

    private static SimulatedFlow? CompileInFolder(string file, string folder, WorkspaceCompiler compiler, DiagnosticBag diagnostics)
    {
        var flow = TemplateFolder.ReadDefinition<FlowDefinition>(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileName(file), diagnostics);
        if (flow is null)
        {
            return null;
        }

        var packages = FlowCheckCommand.ReadInFolder(flow, folder, diagnostics);
        return FlowCheckCommand.Compile(compiler, packages, flow, diagnostics) is { } workspace && workspace.FindFlow(flow.Definition.Key) is { } model
            ? new(model, workspace, new HashSet<string>()) { Packages = InOrder(packages) }
            : null;
    }

    /// <summary>Each app after those that it needs.</summary>
    private static List<AppPackage> InOrder(IReadOnlyList<AppPackage> packages)
    {
        var ordered = new List<AppPackage>();
        packages.ToList().ForEach(Add);
        return ordered;

        void Add(AppPackage package)
        {
            if (!ordered.Contains(package))
            {
                packages.Where(other => package.App.Definition.Needs.Contains(other.App.Definition.Key)).ToList().ForEach(Add);
                ordered.Add(package);
            }
        }
    }
}
