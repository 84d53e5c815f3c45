namespace LowCodeErp.Data.Files;

/// <summary>Writes beside the place and moves there when everything has come, so that whatever lies there is whole.</summary>
internal sealed class FolderWriter : IContentWriter
{
    private const string Partial = ".part";

    private readonly string _path;
    private readonly FileStream _stream;

    public FolderWriter(string path)
    {
        _path = path;
        _stream = Guard(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path + Partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        });
    }

    public static void Remove(string path)
    {
        // Nothing is deleted where the folder itself is gone, which is as well.
        if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.Delete(path + Partial);
            File.Delete(path);
        }
    }

    /// <summary>A piece is small, and asynchronous files are threads that wait elsewhere.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => Task.Run(() => Guard(() =>
    {
        _stream.Write(bytes.Span);
        return true;
    }), cancellationToken);

    public Task CompleteAsync(CancellationToken cancellationToken) => Task.Run(() => Guard(() =>
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_path + Partial, _path);
        return true;
    }), cancellationToken);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Goes on under another name, so that nobody takes it for a failure of what is read.
            throw new FolderFailedException(exception);
        }
    }
}
