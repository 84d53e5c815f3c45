using System.Security.Cryptography;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Specifications.Apps;
using LowCodeErp.Specifications.Files;
using LowCodeErp.TestDatabases;
using static LowCodeErp.Data.Tests.Files.FileDatabase;
using static LowCodeErp.Specifications.Apps.FormBuilder;

namespace LowCodeErp.Data.Tests.Files;

/// <summary>Nothing runs beside these tests, because one of them measures the memory of the process.</summary>
[Collection(nameof(FileStoreTests))]
[CollectionDefinition(nameof(FileStoreTests), DisableParallelization = true)]
public sealed class FileStoreTests
{
    private static readonly FormBuilder[] _forms = [Form("order").Field("number", "text").Field("files", "attachment")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [EveryStore]
    public async Task File_SentAndRead_IsTheSameForItsOwnerAndUnknownToOthers(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        var content = RandomNumberGenerator.GetBytes(700_001);

        var file = (await database.SendAsync(@"C:\temp\图纸.dwg", content)).File!;

        Assert.Equal(("图纸.dwg", "application/octet-stream", 700_001L, FileKind.Other), (file.Name, file.ContentType, file.Size, file.Kind));
        Assert.Equal(content, await database.ReadAsync(file.Id));
        Assert.Null(await database.ReadAsync(file.Id, Wang));
        Assert.Null(await database.ReadAsync(file.Id + 1));
        Assert.Equal(isOnDisk ? 0 : 3, await database.CountAsync("sys_file_chunk"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), await database.Published.QueryAsync("SELECT hash FROM sys_file"));
        Assert.DoesNotContain(Directory.Exists(database.Folder) ? Directory.GetFiles(database.Folder, "*", SearchOption.AllDirectories) : [], path => path.Contains("图纸", StringComparison.Ordinal));
    }

    [Theory]
    [EveryStore]
    public async Task Content_FromAnyPlace_IsReadFromThere(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        var content = RandomNumberGenerator.GetBytes(600_000);
        var id = await database.AddAsync("a.bin", content);
        await using var opened = (await database.Store.OpenAsync(id, Li, Cancellation))!.Content;
        var buffer = new byte[1_000];

        foreach (var place in new[] { 599_500, 0, 262_143, 262_144, 300_000, 100 })
        {
            opened.Seek(place, SeekOrigin.Begin);
            var length = await opened.ReadAtLeastAsync(buffer, Math.Min(buffer.Length, content.Length - place), throwOnEndOfStream: true, Cancellation);
            Assert.Equal(content.AsSpan(place, length), buffer.AsSpan(0, length));
        }
    }

    [Theory]
    [EveryStore]
    public async Task File_RefusedOrGivenUp_LeavesNothing(DatabaseProvider provider, bool isOnDisk)
    {
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        var rule = new FileRule { MaximumBytes = 1_000_000 };
        using var gone = new CancellationTokenSource();

        Assert.Equal("file.disguised", (await database.SendAsync("cat.png", FileSamples.Html)).Problem!.Code);
        Assert.Equal("file.program", (await database.SendAsync("cat.png", FileSamples.Program)).Problem!.Code);
        Assert.Equal("file.empty", (await database.SendAsync("a.txt", [])).Problem!.Code);
        using var lying = new EndlessStream(long.MaxValue);
        Assert.Equal("file.too-large", (await database.Store.ReceiveAsync(new("a.bin", 10, lying), rule, Li, cancellationToken: Cancellation)).Problem!.Code);
        Assert.InRange(lying.Position, 1, 2_000_000);
        using var cut = new EndlessStream(500_000);
        Assert.Equal("file.interrupted", (await database.Store.ReceiveAsync(new("a.bin", 600_000, cut), rule, Li, cancellationToken: Cancellation)).Problem!.Code);
        using var slow = new EndlessStream(long.MaxValue);
        var received = new Received(count => gone.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Store.ReceiveAsync(new("a.bin", 900_000, slow), rule, Li, received, gone.Token));
        using var broken = new EndlessStream(300_000, throws: true);
        await Assert.ThrowsAsync<IOException>(() => database.Store.ReceiveAsync(new("a.bin", 900_000, broken), rule, Li, cancellationToken: Cancellation));

        Assert.Equal((0, 0), (await database.CountAsync("sys_file"), await database.CountContentsAsync()));
    }

    [Theory]
    [EveryStore]
    public async Task File_Of64Megabytes_IsSentAndReadInFlatMemory(DatabaseProvider provider, bool isOnDisk)
    {
        const long size = 64 * FileSize.Megabyte;
        await using var database = await CreateAsync(provider, isOnDisk, _forms);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = long.MinValue;
        var next = size / 8;
        var watch = new Received(count =>
        {
            if (count >= next)
            {
                next += size / 8;
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        });

        using var source = new EndlessStream(size);
        var file = (await database.Store.ReceiveAsync(new("a.bin", size, source), new() { MaximumBytes = size }, Li, watch, Cancellation)).File!;
        await using var content = (await database.Store.OpenAsync(file.Id, Li, Cancellation))!.Content;
        var buffer = new byte[100_000];
        long read = 0;
        for (var length = 0; (length = await content.ReadAsync(buffer, Cancellation)) > 0;)
        {
            read += length;
            most = read % (8 * FileSize.Megabyte) < length ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most;
        }

        Assert.Equal(size, read);
        Assert.True(most is > long.MinValue and < 8 * FileSize.Megabyte, $"{most} bytes were held of {size}.");
    }

    [Fact]
    public async Task Place_ChangedLater_StillReadsWhatWasStoredBefore()
    {
        await using var database = await CreateAsync(DatabaseProvider.Sqlite, isOnDisk: false, _forms);
        var inDatabase = await database.AddAsync("a.pdf", FileSamples.Pdf);
        var onDisk = new LowCodeErp.Data.Files.FileContents(database.Published.Database.Connections, new(IsOnDisk: true, database.Folder));
        using var ids = new LowCodeErp.Data.Numbering.IdAllocator(database.Published.Database.Connections);
        var store = new LowCodeErp.Data.Files.FileStore(
            database.Published.Database.Connections, database.Published.Workspace, database.Published.Queries, ids, onDisk, database.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<LowCodeErp.Data.Files.FileStore>.Instance);

        using var stream = new MemoryStream(FileSamples.Pdf);
        var later = (await store.ReceiveAsync(new("b.pdf", FileSamples.Pdf.Length, stream), new(), Li, cancellationToken: Cancellation)).File!;

        Assert.Single(Directory.GetFiles(database.Folder, "*", SearchOption.AllDirectories));
        foreach (var id in new[] { inDatabase, later.Id })
        {
            await using var content = (await store.OpenAsync(id, Li, Cancellation))!.Content;
            Assert.Equal(FileSamples.Pdf.Length, content.Length);
        }
    }

    /// <summary>Bytes without end, or to an end at which it may break.</summary>
    private sealed class EndlessStream(long end, bool throws = false) : Stream
    {
        private const int Portion = 50_000;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (throws && Position >= end)
            {
                throw new IOException("The connection broke.");
            }

            var length = (int)Math.Min(Math.Min(count, Portion), end - Position);
            buffer.AsSpan(offset, length).Fill((byte)(Position % 251));
            Position += length;
            return length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var portion = new byte[Math.Min(buffer.Length, Portion)];
            var length = Read(portion, 0, portion.Length);
            portion.AsSpan(0, length).CopyTo(buffer.Span);
            return new(length);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class Received(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
