using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Portal.Importing;

/// <summary>A file that somebody sent, kept on disk until it is closed. It can be read any number of times, once at a time.</summary>
public sealed class UploadedFile : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly FileStream _copy;

    private UploadedFile(string name, FileStream copy)
    {
        Name = name;
        _copy = copy;
    }

    /// <summary>As its owner calls it; never a path of this machine.</summary>
    public string Name { get; }

    public long Length => _copy.Length;

    /// <param name="received">Told how many bytes have come.</param>
    public static async Task<UploadedFile> ReceiveAsync(
        Stream source, string name, IProgress<long>? received = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var copy = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await CopyAsync(source, copy, received, cancellationToken);
            return new(name, copy);
        }
        catch
        {
            // Nobody else knows of the copy yet; the reason goes on to the caller.
            await copy.DisposeAsync();
            throw;
        }
    }

    /// <returns>Null, with an error, when there is nothing to read rows from.</returns>
    public SpreadsheetReader? Open(DiagnosticBag diagnostics)
    {
        _copy.Position = 0;
        return SpreadsheetReader.Open(_copy, Name, SpreadsheetLimits.Default, diagnostics);
    }

    /// <summary>The file from its beginning, for whoever copies it; it stays this one's.</summary>
    public Stream Rewind()
    {
        _copy.Position = 0;
        return _copy;
    }

    public void Dispose() => _copy.Dispose();

    private static async Task CopyAsync(Stream source, FileStream copy, IProgress<long>? received, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        int length;
        while ((length = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await copy.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            received?.Report(copy.Position);
        }

        await copy.FlushAsync(cancellationToken);
    }
}
