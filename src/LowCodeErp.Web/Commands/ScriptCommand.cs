using System.CommandLine;
using System.Text;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Scripting;
using LowCodeErp.Web.Hosting;

namespace LowCodeErp.Web.Commands;

/// <summary><c>script</c>: tries a script as rules and flows run it. The result on standard output, what it logs on standard error.</summary>
internal static class ScriptCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = new LocalizedText("脚本文件（ECMAScript 5，函数体，以 return 返回结果）。", "File of the script (ECMAScript 5, the body of a function that returns its result).").ToString() };
        var input = new Option<string>("--input")
        {
            Description = new LocalizedText("脚本中 input 的内容，JSON。", "What input is in the script, as JSON.").ToString(),
            DefaultValueFactory = _ => "null",
        };
        var deadline = new Option<double?>("--deadline") { Description = new LocalizedText("最多运行的秒数。", "Seconds that it may take.").ToString() };
        deadline.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is <= 0)
            {
                result.AddError(new LocalizedText("--deadline 应大于 0", "--deadline must be more than 0").ToString());
            }
        });
        var command = new Command("script", new LocalizedText("试运行一个脚本。", "Tries a script.").ToString()) { file, input, deadline };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(input), parsed.GetValue(deadline) is { } seconds ? TimeSpan.FromSeconds(seconds) : null, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, string input, TimeSpan? deadline, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            CommandSession.Error(new($"找不到文件“{file}”。", $"There is no file \"{file}\"."));
            return ExitCode.Misused;
        }

        var settings = ScriptSetup.ReadSettings(ReadConfiguration());
        await using var scripts = new ScriptPool(settings, ScriptSetup.OwnProgram(), TimeProvider.System);
        var source = await File.ReadAllTextAsync(file, Encoding.UTF8, cancellationToken);
        var result = await scripts.RunAsync(new(source, input) { Deadline = deadline }, cancellationToken);
        return Report(Path.GetFileName(file), result);
    }

    /// <summary>The same settings as the server's, which lie beside the program and in the environment.</summary>
    private static IConfigurationRoot ReadConfiguration() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    private static int Report(string file, ScriptResult result)
    {
        foreach (var line in result.Log)
        {
            Console.Error.WriteLine(line);
        }

        CommandSession.Report(result.Diagnostics.Select(diagnostic => InFile(file, diagnostic)));
        if (result.OutputJson is null)
        {
            return ExitCode.Refused;
        }

        Console.WriteLine(result.OutputJson);
        return ExitCode.Done;
    }

    private static Diagnostic InFile(string file, Diagnostic diagnostic)
        => diagnostic with { Path = diagnostic.Path.Length == 0 ? file : $"{file}:{diagnostic.Path}" };
}
