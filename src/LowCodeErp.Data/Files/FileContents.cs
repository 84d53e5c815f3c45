using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Files;

/// <summary>The contents of files, in the database or in a folder.</summary>
public sealed class FileContents(WorkspaceConnections connections, FilePlace place)
{
    private const int FoldersByDigits = 2;

    private readonly PlatformContextFactory _contexts = new(connections);

    public bool IsOnDisk => place.IsOnDisk;

    internal IContentWriter Create(string content) => place.IsOnDisk ? new FolderWriter(PathOf(content)) : new ChunkWriter(connections, _contexts, content);

    /// <summary>Null when they are not where they should be.</summary>
    internal Stream? Open(string content, long size, bool isOnDisk)
    {
        if (!isOnDisk)
        {
            return new ChunkStream(connections, _contexts, content, size);
        }

        return IsThere(content, size) ? new FileStream(PathOf(content), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, ChunkWriter.ChunkSize, FileOptions.Asynchronous) : null;
    }

    /// <summary>Whether the folder has the contents, all of them.</summary>
    internal bool IsThere(string content, long size) => new FileInfo(PathOf(content)) is { Exists: true } file && file.Length == size;

    /// <summary>What did not arrive completely is removed too.</summary>
    internal async Task RemoveAsync(string content, bool isOnDisk, CancellationToken cancellationToken)
    {
        if (isOnDisk)
        {
            FolderWriter.Remove(PathOf(content));
            return;
        }

        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        await context.FileChunks.Where(chunk => chunk.Content == content).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Some hundred folders, since none likes a hundred thousand files.</summary>
    internal string PathOf(string content) => ContentName.Is(content)
        ? Path.Combine(place.Folder, content[..FoldersByDigits], content)
        : throw new ArgumentException($"'{content}' is no name of contents.", nameof(content));
}
