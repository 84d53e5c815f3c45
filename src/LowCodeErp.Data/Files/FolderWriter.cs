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
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _stream = new(path + Partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
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

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => await _stream.WriteAsync(bytes, cancellationToken);

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        _stream.Flush(flushToDisk: true);
        await _stream.DisposeAsync();
        File.Move(_path + Partial, _path);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
