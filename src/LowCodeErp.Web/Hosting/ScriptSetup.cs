using LowCodeErp.Runtime.Scripting;
using LowCodeErp.ScriptHost;

namespace LowCodeErp.Web.Hosting;

/// <summary>Scripts run in workers that are this same program, whichever way it was started.</summary>
internal static class ScriptSetup
{
    private const string Section = "Scripts";

    public static IServiceCollection AddScripts(this IServiceCollection services) => services
        .AddSingleton<IScripts>(provider => new ScriptPool(ReadSettings(provider.GetRequiredService<IConfiguration>()), OwnProgram(), provider.GetRequiredService<TimeProvider>()));

    public static ScriptSettings ReadSettings(IConfiguration configuration) => configuration.GetSection(Section).Get<ScriptSettings>() ?? new();

    /// <summary>An executable of our name is called by itself; otherwise <c>dotnet</c> is, as it was for this process.</summary>
    public static ScriptProgram OwnProgram()
    {
        var executable = Environment.ProcessPath ?? "dotnet";
        var assembly = typeof(ScriptSetup).Assembly;
        return IsNamed(executable, assembly.GetName().Name!) ? new(executable, ScriptWorkerProgram.Command)
            : new(IsNamed(executable, "dotnet") ? executable : "dotnet", assembly.Location, ScriptWorkerProgram.Command);
    }

    /// <summary>Names of programs have dots (this one's has), which are no extensions where executables have none.</summary>
    private static bool IsNamed(string executable, string name) => Path.GetFileName(executable) is var file && (file == name || file == $"{name}.exe");
}
