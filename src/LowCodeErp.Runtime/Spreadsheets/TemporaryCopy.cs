namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>A file that vanishes when it is closed, for streams that can be read only once.</summary>
internal static class TemporaryCopy
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Copies at most one byte more than the limit, so that whoever opens the copy sees that it is too large.</summary>
    public static async Task<Stream> MakeAsync(Stream source, long limit, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var copy = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose);
        try
        {
            await CopyAsync(source, copy, limit + 1, cancellation);
            return copy;
        }
        catch
        {
            // Nobody else knows of the file yet; the reason goes on to the caller.
            await copy.DisposeAsync();
            throw;
        }
    }

    private static async Task CopyAsync(Stream source, FileStream copy, long limit, CancellationToken cancellation)
    {
        var buffer = new byte[BufferSize];
        while (copy.Position < limit)
        {
            var wanted = (int)Math.Min(buffer.Length, limit - copy.Position);
            var length = await source.ReadAsync(buffer.AsMemory(0, wanted), cancellation);
            if (length == 0)
            {
                return;
            }

            await copy.WriteAsync(buffer.AsMemory(0, length), cancellation);
        }
    }
}
