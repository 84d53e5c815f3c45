using System.Runtime.InteropServices;

namespace LowCodeErp.ScriptHost;

/// <summary>Gives up what a worker never needs, for good: the kernel refuses it from then on, whatever a script makes of the interpreter.</summary>
internal static class Rights
{
    private const int NoNewPrivileges = 38;
    private const int FileSize = 1;
    private const int CoreFile = 4;

    /// <summary>The limit, and how far it may be raised again.</summary>
    private static readonly ulong[] _nothing = [0, 0];

    /// <summary>On systems other than Linux the worker still has its own process, memory limit and end.</summary>
    public static void GiveUp()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Each is one more lock; a kernel that does not know it leaves the others.
        _ = SetProcess(NoNewPrivileges, 1, 0, 0, 0);
        _ = SetLimit(FileSize, _nothing);
        _ = SetLimit(CoreFile, _nothing);
    }

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetProcess(int option, nuint first, nuint second, nuint third, nuint fourth);

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, ulong[] values);
}
