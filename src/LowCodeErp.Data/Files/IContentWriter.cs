namespace LowCodeErp.Data.Files;

/// <summary>Contents on their way to where they stay. Without <see cref="CompleteAsync"/> nobody can count on anything.</summary>
internal interface IContentWriter : IAsyncDisposable
{
    Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>When it returns, everything outlives a loss of power.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
