using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LowCodeErp.Data.Files;

/// <summary>
/// Files in <c>sys_file</c>. The row comes before the contents and goes after them, so that nothing lies anywhere of which no row knows,
/// whatever ends when.
/// </summary>
public sealed class FileStore(
    WorkspaceConnections connections, IWorkspace workspace, IRecordQueries queries, IdAllocator numbers, FileContents contents, TimeProvider clock, ILogger<FileStore> logger)
    : IFileStore
{
    private const int MostBytesOfThumbnail = 100_000;
    private const int MostPixelsOfThumbnail = 1_000_000;

    private readonly PlatformContextFactory _contexts = new(connections);
    private readonly FileReads _reads = new(connections, workspace, queries);

    public async Task<FileReceipt> ReceiveAsync(
        FileOffer offer, FileRule rule, Actor actor, IProgress<long>? received = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(actor);
        var name = FileName.Clean(offer.Name);
        if (rule.CheckOffer(name, offer.Size) is { } refused)
        {
            return new(null, refused);
        }

        var buffer = new byte[ChunkWriter.ChunkSize];
        var length = await FileReception.ReadAsync(offer.Content, buffer, cancellationToken);
        if ((length == 0 ? FileDiagnostics.Interrupted(name) : rule.CheckContent(name, buffer.AsSpan(0, length))) is { } problem)
        {
            return new(null, problem);
        }

        var file = await AddAsync(name, offer, buffer.AsMemory(0, length), actor, cancellationToken);
        return await WriteAsync(new FileReception(offer, rule, file, received), file, buffer, length, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<long, StoredFile>> FindAsync(IReadOnlyCollection<long> ids, Actor actor, CancellationToken cancellationToken = default)
        => (await _reads.FindAsync(ids, actor, cancellationToken)).ToDictionary(file => file.Id, file => file.ToFile());

    public async Task<OpenedFile?> OpenAsync(long id, Actor actor, CancellationToken cancellationToken = default)
        => await _reads.FindAsync([id], actor, cancellationToken) is [var file] ? Open(file) : null;

    public async Task<OpenedFile?> OpenThumbnailAsync(long id, Actor actor, CancellationToken cancellationToken = default)
    {
        if (await _reads.FindAsync([id], actor, cancellationToken) is not [var file])
        {
            return null;
        }

        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        var thumbnail = await context.Files.Where(row => row.Id == id).Select(row => row.Thumbnail).SingleOrDefaultAsync(cancellationToken);
        return thumbnail is null ? Open(file) : new(
            file.ToFile() with { ContentType = FileFormats.OfContent(thumbnail)!.ContentType, Size = thumbnail.Length }, $"{file.Hash}-small", file.CreatedAt, new MemoryStream(thumbnail));
    }

    public async Task<IReadOnlyDictionary<long, StoredFile>> CopyAsync(IReadOnlyCollection<long> ids, Actor actor, CancellationToken cancellationToken = default)
    {
        var originals = await _reads.FindAsync(ids, actor, cancellationToken);
        var copies = new Dictionary<long, StoredFile>();
        if (originals.Count == 0)
        {
            return copies;
        }

        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var next = await numbers.NextAsync(write, IdSequence.File, originals.Count, cancellationToken);
        foreach (var original in originals)
        {
            var thumbnail = await context.Files.Where(row => row.Id == original.Id).Select(row => row.Thumbnail).SingleOrDefaultAsync(cancellationToken);
            var copy = NewFile(next++, original.ToFile(), original.Content, original.IsOnDisk, thumbnail, actor);
            (copy.Size, copy.Hash) = (original.Size, original.Hash);
            context.Add(copy);
            copies[original.Id] = original.ToFile() with { Id = copy.Id };
        }

        await context.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return copies;
    }

    public async Task<IReadOnlyDictionary<long, string>> FindNamesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await context.Files.Where(file => ids.Contains(file.Id) && file.Name != "").ToDictionaryAsync(file => file.Id, file => file.Name, cancellationToken);
    }

    private OpenedFile? Open(FileFacts file)
        => contents.Open(file.Content, file.Size, file.IsOnDisk) is { } stream ? new(file.ToFile(), file.Hash, file.CreatedAt, stream) : null;

    private async Task<KeptFile> AddAsync(string name, FileOffer offer, ReadOnlyMemory<byte> head, Actor actor, CancellationToken cancellationToken)
    {
        var format = FileFormats.OfName(name);
        var image = format is { IsShownAsImage: true } ? ImageSize.Read(format, head.Span) : null;
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        var id = await numbers.NextAsync(write, IdSequence.File, 1, cancellationToken);
        var stored = new StoredFile(id, name, format?.ContentType ?? "application/octet-stream", 0, image);
        var file = NewFile(id, stored, ContentName.New(), contents.IsOnDisk, image is null ? null : CheckThumbnail(offer.Thumbnail), actor);
        context.Add(file);
        await context.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return file;
    }

    private KeptFile NewFile(long id, StoredFile file, string content, bool isOnDisk, byte[]? thumbnail, Actor actor)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new()
        {
            Id = id,
            Name = file.Name,
            ContentType = file.ContentType,
            Content = content,
            IsOnDisk = isOnDisk,
            Width = file.Image?.Width,
            Height = file.Image?.Height,
            Thumbnail = thumbnail,
            CreatedAt = now,
            CreatedBy = actor.MemberId,
            ExpiresAt = now + RecordFiles.Grace,
        };
    }

    /// <summary>The browser made it; whatever it is, it has to be a picture and small. A list shows the picture itself otherwise.</summary>
    private static byte[]? CheckThumbnail(ReadOnlyMemory<byte> thumbnail)
        => thumbnail.Length is > 0 and <= MostBytesOfThumbnail && FileFormats.OfContent(thumbnail.Span) is { IsShownAsImage: true } format
            && ImageSize.Read(format, thumbnail.Span) is { Pixels: <= MostPixelsOfThumbnail } ? thumbnail.ToArray() : null;

    private async Task<FileReceipt> WriteAsync(FileReception reception, KeptFile file, byte[] buffer, int length, CancellationToken cancellationToken)
    {
        var isKept = false;
        try
        {
            await using var writer = contents.Create(file.Content!);
            if (await reception.WriteAsync(writer, buffer, length, cancellationToken) is { } problem)
            {
                return new(null, problem);
            }

            await CompleteAsync(file, cancellationToken);
            isKept = true;
            return new(new(file.Id, file.Name, file.ContentType, file.Size, file.Width is { } width ? new ImageSize(width, file.Height!.Value) : null), null);
        }
        catch (FolderFailedException exception)
        {
            // A full or protected disk is the operator's affair; who sent the file is told, and what was entered around it stays.
            logger.LogError(exception, "A file could not be stored.");
            return new(null, FileDiagnostics.NotStored(file.Name));
        }
        finally
        {
            if (!isKept)
            {
                await DropAsync(file);
            }
        }
    }

    private async Task CompleteAsync(KeptFile file, CancellationToken cancellationToken)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        await context.Files.Where(row => row.Id == file.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Size, file.Size).SetProperty(row => row.Hash, file.Hash), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Also when whoever sent it has gone.</summary>
    private async Task DropAsync(KeptFile file)
    {
        await contents.RemoveAsync(file.Content!, file.IsOnDisk, CancellationToken.None);
        await using var write = await connections.BeginWriteAsync(CancellationToken.None);
        await using var context = _contexts.Join(write);
        await context.Files.Where(row => row.Id == file.Id).ExecuteDeleteAsync(CancellationToken.None);
        await write.CommitAsync(CancellationToken.None);
    }
}
