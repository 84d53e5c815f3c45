namespace LowCodeErp.UI.Extending;

/// <summary>Whether somebody has left a page or closed a part of it: work for it ends then. Work that ends a moment later may still ask.</summary>
public sealed class Leaving : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public Leaving() => Token = _source.Token;

    /// <summary>Cancelled from then on; the same one before and after.</summary>
    public CancellationToken Token { get; }

    public bool IsCancellationRequested => Token.IsCancellationRequested;

    public void Dispose()
    {
        _source.Cancel();
        _source.Dispose();
    }
}
