using LowCodeErp.Core.Values;
using LowCodeErp.Data.Files;
using LowCodeErp.Data.Health;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Tests.Records;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Specifications.Apps;
using Microsoft.Extensions.Logging.Abstractions;

namespace LowCodeErp.Data.Tests.Files;

/// <summary>A database with forms that hold files, whose contents lie in it or in a folder; time goes on only when it is told to.</summary>
internal sealed class FileDatabase : IAsyncDisposable
{
    private readonly IdAllocator _ids;
    private readonly FilePlace _place;

    private FileDatabase(FieldDatabase records, bool isOnDisk)
    {
        Records = records;
        _place = new(isOnDisk, Folder);
        _ids = new(Published.Database.Connections);
    }

    public static Actor Li { get; } = new(7, "李销售", IsAdministrator: false);

    public static Actor Wang { get; } = new(8, "王管理", IsAdministrator: true);

    public FieldDatabase Records { get; }

    public PublishedDatabase Published => Records.Published;

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"lowcode-files-{Guid.NewGuid():n}");

    public SetClock Clock { get; } = new();

    public FileContents Contents => new(Published.Database.Connections, _place);

    public FileStore Store => new(Published.Database.Connections, Published.Workspace, Published.Queries, _ids, Contents, Clock, NullLogger<FileStore>.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FileDatabase> CreateAsync(DatabaseProvider provider, bool isOnDisk, params FormBuilder[] forms)
    {
        var database = new FileDatabase(await FieldDatabase.CreateAsync(provider, forms), isOnDisk);
        await database.Records.AddMemberAsync(Li.MemberId!.Value, "li", Li.Name);
        await database.Records.AddMemberAsync(Wang.MemberId!.Value, "wang", Wang.Name);
        return database;
    }

    public async Task<FileReceipt> SendAsync(string name, byte[] content, Actor? actor = null, FileRule? rule = null)
    {
        using var stream = new MemoryStream(content);
        return await Store.ReceiveAsync(new(name, content.Length, stream), rule ?? new(), actor ?? Li, cancellationToken: Cancellation);
    }

    /// <summary>The id of a file that is taken.</summary>
    public async Task<long> AddAsync(string name, byte[] content, Actor? actor = null)
    {
        var receipt = await SendAsync(name, content, actor);
        return receipt.File?.Id ?? throw new InvalidOperationException(receipt.Problem!.ToString());
    }

    /// <summary>Null when it cannot be read.</summary>
    public async Task<byte[]?> ReadAsync(long id, Actor? actor = null)
    {
        if (await Store.OpenAsync(id, actor ?? Li, Cancellation) is not { } opened)
        {
            return null;
        }

        await using var content = opened.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    public Task<SaveResult> SaveAsync(string form, Actor actor, RecordInput input)
        => Published.Pipeline.SaveAsync(new(Records.Form(form), [input], actor, ChangeSource.Page), Cancellation);

    /// <summary>The id of the record that is stored.</summary>
    public async Task<long> SaveAsync(string form, long? id, string field, params long[] files)
    {
        var result = await SaveAsync(form, Li, new() { Id = id, Values = Values(field, files) });
        return result is SaveResult.Saved saved ? saved.Records[0].Id : throw new InvalidOperationException(Describe(result));
    }

    public static Dictionary<string, InputValue> Values(string field, params long[] files) => new() { [field] = InputValue.Of(files.Select(file => InputValue.Of((decimal)file))) };

    public static string Describe(SaveResult result)
        => string.Join("; ", Assert.IsType<SaveResult.Invalid>(result).Problems.Select(problem => $"{problem.Diagnostic.Code} {problem.Diagnostic.Path}"));

    public Task<int> SweepAsync() => new FileSweep(Published.Database.Connections, Contents, Clock).RunAsync(Cancellation);

    public async Task<long> CountAsync(string table) => Convert.ToInt64(await Published.QueryAsync($"SELECT COUNT(*) FROM {table}"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What lies somewhere: pieces in the database and files in the folder.</summary>
    public async Task<long> CountContentsAsync()
        => await CountAsync("(SELECT DISTINCT content FROM sys_file_chunk) AS contents") + (Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Length : 0);

    public async Task<string> ExamineAsync()
    {
        var findings = await new Doctor(Published.Database.Connections, Published.Workspace, _place).ExamineAsync(Cancellation);
        return string.Join(", ", findings.Select(finding => $"{finding.Code} {finding.Path}"));
    }

    public async ValueTask DisposeAsync()
    {
        _ids.Dispose();
        await Records.DisposeAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>Begins now, since records are saved by the real clock, and is put forward by tests.</summary>
    internal sealed class SetClock : TimeProvider
    {
        private TimeSpan _ahead;

        public void Advance(TimeSpan by) => _ahead += by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
    }
}
