using System.CommandLine;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Flows;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Compilation.Flows;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.Web.Hosting;

namespace LowCodeErp.Web.Commands.Flows;

/// <summary>
/// <c>flow check</c>: one flow as it would be published, with the forms of the app's folder that it lies in or, where it lies in none or <c>--database</c> is given, with those that
/// are published; then members and departments are looked up, too.
/// </summary>
internal static class FlowCheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = new LocalizedText("流程文件（flows/*.json）。", "File of the flow (flows/*.json).").ToString() };
        var app = new Option<string?>("--app") { Description = new LocalizedText("应用文件夹；默认为流程文件所在的应用。", "The app's folder; the one that the file lies in by default.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("check", new LocalizedText("检查一个流程，不改动任何东西。", "Checks a flow; changes nothing.").ToString()) { file, app, database };
        command.SetAction((parsed, cancellationToken) => CheckAsync(
            parsed.GetRequiredValue(file), FolderFor(parsed.GetRequiredValue(file), parsed.GetValue(app), parsed.GetResult(database) is { Implicit: false }), parsed.GetRequiredValue(database), cancellationToken));
        return command;
    }

    /// <summary>Null: the database.</summary>
    internal static string? FolderFor(string file, string? named, bool isDatabaseNamed)
    {
        var around = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file)));
        return named ?? (!isDatabaseNamed && around is not null && File.Exists(Path.Combine(around, "app.json")) ? around : null);
    }

    private static async Task<int> CheckAsync(string file, string? folder, string database, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            CommandSession.Error(new($"找不到文件“{file}”。", $"There is no file \"{file}\"."));
            return ExitCode.Misused;
        }

        if (folder is not null && !Directory.Exists(folder))
        {
            CommandSession.Error(new($"找不到文件夹“{folder}”。", $"There is no folder \"{folder}\"."));
            return ExitCode.Misused;
        }

        var diagnostics = new DiagnosticBag();
        var flow = TemplateFolder.ReadDefinition<FlowDefinition>(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileName(file), diagnostics);
        if (flow is not null && folder is not null)
        {
            CheckInFolder(flow, folder, diagnostics);
        }
        else if (flow is not null)
        {
            await using var session = await CommandSession.OpenAsync(database, cancellationToken);
            if (session is null)
            {
                return ExitCode.Refused;
            }

            await CheckInDatabaseAsync(flow, session, diagnostics, cancellationToken);
        }

        return Tell(diagnostics);
    }

    private static int Tell(DiagnosticBag diagnostics)
    {
        CommandSession.Report(diagnostics.Items);
        if (diagnostics.HasErrors)
        {
            return ExitCode.Refused;
        }

        CommandSession.Say(new("流程没有错误。", "The flow has no errors."));
        return ExitCode.Done;
    }

    /// <summary>The app of the folder with the flow in place of its own, and the apps that it needs; none, with the reasons in the diagnostics, where it cannot be read.</summary>
    internal static IReadOnlyList<AppPackage> ReadInFolder(Sourced<FlowDefinition> flow, string folder, DiagnosticBag diagnostics)
    {
        var packages = TemplateFolder.ReadWithNeeded(folder, diagnostics);
        return packages.Count > 0 ? [With(packages[0], flow), .. packages.Skip(1)] : [];
    }

    private static void CheckInFolder(Sourced<FlowDefinition> flow, string folder, DiagnosticBag diagnostics)
    {
        using var services = new ServiceCollection().AddEngine().BuildServiceProvider();
        Compile(services.GetRequiredService<WorkspaceCompiler>(), ReadInFolder(flow, folder, diagnostics), flow, diagnostics);
    }

    private static async Task CheckInDatabaseAsync(Sourced<FlowDefinition> flow, CommandSession session, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (session.Workspace.FindForm(flow.Definition.Form) is not { } form)
        {
            diagnostics.Add(flow.Locate(CompilationDiagnostics.UnknownForm("form", flow.Definition.Form)));
            return;
        }

        var packages = new List<AppPackage>();
        foreach (var app in session.Workspace.Apps)
        {
            var package = (await session.Get<IAppVersions>().FindLatestAsync(app.Key, cancellationToken))!.Package;
            packages.Add(app.Key == form.App ? With(package, flow) : package);
        }

        if (Compile(session.Get<WorkspaceCompiler>(), packages, flow, diagnostics) is { } model)
        {
            diagnostics.AddRange(FlowMentions.Check(packages.First(package => package.App.Definition.Key == form.App) with { Flows = [flow] }, model, session.Get<IOrganisation>().Current));
        }
    }

    /// <summary>In place of the one of the same key.</summary>
    private static AppPackage With(AppPackage package, Sourced<FlowDefinition> flow)
        => package with { Flows = [.. package.Flows.Where(other => other.Definition.Key != flow.Definition.Key), flow] };

    /// <summary>Tells what is wrong with the flow and, where that keeps it from being compiled, with the rest; but no warnings of the rest.</summary>
    /// <returns>Null where they cannot run, or there are none.</returns>
    internal static WorkspaceModel? Compile(WorkspaceCompiler compiler, IReadOnlyList<AppPackage> packages, Sourced<FlowDefinition> flow, DiagnosticBag diagnostics)
    {
        if (packages.Count == 0)
        {
            return null;
        }

        var (model, found) = compiler.Compile(1, packages);
        diagnostics.AddRange(found.Where(diagnostic => diagnostic.Severity == Severity.Error || diagnostic.Path.StartsWith(flow.File + ":", StringComparison.Ordinal)));
        return model;
    }
}
