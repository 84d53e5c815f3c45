using System.Globalization;

namespace LowCodeErp.Commands.Tests.Scripting;

/// <summary>A child of another process, as the kernel sees it.</summary>
internal sealed record WorkerProcess(int Id)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public bool IsAlive => Directory.Exists($"/proc/{Id}") && !Status("State").StartsWith('Z');

    public string Environment => File.ReadAllText($"/proc/{Id}/environ");

    public string Folder => new FileInfo($"/proc/{Id}/cwd").LinkTarget!;

    public string Limits => File.ReadAllText($"/proc/{Id}/limits");

    public static IReadOnlyList<WorkerProcess> ChildrenOf(int parent)
        => [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? new WorkerProcess(id) : null)
            .OfType<WorkerProcess>()
            .Where(child => child.Status("PPid") == parent.ToString(CultureInfo.InvariantCulture) && child.IsAlive)];

    public string Status(string name)
    {
        try
        {
            return File.ReadLines($"/proc/{Id}/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..].Trim();
        }
        catch (IOException)
        {
            // It ended between the two looks.
            return "Z";
        }
    }

    /// <summary>Looks again and again, until a test that waits in vain is cancelled.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(ScriptWorkers.Patience);
        using var clock = new PeriodicTimer(Glance);
        while (!condition())
        {
            await clock.WaitForNextTickAsync(limit.Token);
        }
    }
}
