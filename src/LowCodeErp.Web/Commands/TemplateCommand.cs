using System.CommandLine;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Compilation;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Web.Hosting;

namespace LowCodeErp.Web.Commands;

/// <summary><c>template check</c> and <c>template install</c>.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var command = new Command("template", new LocalizedText("检查或安装应用模板。", "Checks or installs a template.").ToString());
        command.Subcommands.Add(CreateCheck());
        command.Subcommands.Add(CreateInstall());
        return command;
    }

    private static Argument<string> Folder() => new("folder")
    {
        Description = new LocalizedText("模板文件夹，其中有 app.json。", "The template's folder, which holds app.json.").ToString(),
    };

    private static Command CreateCheck()
    {
        var folder = Folder();
        var command = new Command("check", new LocalizedText("检查模板，不需要数据库。", "Checks a template; needs no database.").ToString()) { folder };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Check(string folder)
    {
        if (!Exists(folder))
        {
            return ExitCode.Misused;
        }

        using var services = new ServiceCollection().AddEngine().BuildServiceProvider();
        var diagnostics = new DiagnosticBag();
        if (TemplateFolder.ReadWithNeeded(folder, diagnostics) is { Count: > 0 } packages)
        {
            diagnostics.AddRange(services.GetRequiredService<WorkspaceCompiler>().Compile(1, packages).Diagnostics);
        }

        CommandSession.Report(diagnostics.Items);
        if (diagnostics.HasErrors)
        {
            return ExitCode.Refused;
        }

        CommandSession.Say(new("模板没有错误。", "The template has no errors."));
        return ExitCode.Done;
    }

    private static Command CreateInstall()
    {
        var folder = Folder();
        var seed = new Option<bool>("--seed") { Description = new LocalizedText("同时导入示例数据。", "Imports the example data too.").ToString() };
        var database = DatabaseOption.Create();
        var command = new Command("install", new LocalizedText("安装或更新模板。", "Installs or updates a template.").ToString()) { folder, seed, database };
        command.SetAction((parsed, cancellationToken) => InstallAsync(
            parsed.GetRequiredValue(folder), parsed.GetValue(seed), parsed.GetRequiredValue(database), cancellationToken));
        return command;
    }

    private static async Task<int> InstallAsync(string folder, bool seed, string database, CancellationToken cancellationToken)
    {
        if (!Exists(folder))
        {
            return ExitCode.Misused;
        }

        await using var session = await CommandSession.OpenOrCreateAsync(database, cancellationToken);
        if (session is null)
        {
            return ExitCode.Refused;
        }

        var installer = session.Get<TemplateInstaller>();
        using var progress = ConsoleProgress.ForRows();
        var result = await installer.InstallAsync(folder, Actor.System, new() { Progress = progress }, cancellationToken);
        progress.Finish();
        CommandSession.Report(result.Diagnostics);
        if (result.Version is null)
        {
            return ExitCode.Refused;
        }

        CommandSession.Say(result.IsChanged
            ? new($"已安装，工作区版本 {result.Version}。", $"Installed; workspace version {result.Version}.")
            : new("已是最新，无需更改。", "Up to date; nothing changed."));
        var errors = seed ? await installer.SeedAsync(folder, Actor.System, cancellationToken: cancellationToken) : [];
        CommandSession.Report(errors);
        return errors.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static bool Exists(string folder)
    {
        if (Directory.Exists(folder))
        {
            return true;
        }

        CommandSession.Error(new($"找不到文件夹“{folder}”。", $"There is no folder \"{folder}\"."));
        return false;
    }
}
