using System.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Runtime.Importing;

namespace LowCodeErp.Web.Commands;

/// <summary>A line on standard error that counts up, twice a second; silent when standard error is a file or a pipe.</summary>
internal sealed class ConsoleProgress : IProgress<ImportProgress>, IProgress<int>, IProgress<AuditProgress>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly bool _isShown = !Console.IsErrorRedirected;
    private long _lastShown;

    private ConsoleProgress()
    {
    }

    public static ConsoleProgress ForRows() => new();

    public void Report(ImportProgress value) => Report(value.Rows);

    public void Report(AuditProgress value) => Report(value.Done);

    public void Report(int value) => Report((long)value);

    private void Report(long value)
    {
        if (_isShown && Stopwatch.GetElapsedTime(_lastShown) > Interval)
        {
            _lastShown = Stopwatch.GetTimestamp();
            Console.Error.Write($"\r{new LocalizedText($"已处理 {value:N0} 行…", $"{value:N0} rows…")}");
        }
    }

    public void Finish()
    {
        if (_isShown && _lastShown != 0)
        {
            Console.Error.Write("\r                              \r");
        }
    }

    public void Dispose() => Finish();
}
