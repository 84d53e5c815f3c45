using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>
/// Writes one table to a stream, row by row, without holding it. Disposing completes the file and leaves the stream open.
/// A time is written as given: bring it to the reader's time zone first.
/// </summary>
public interface ISheetWriter : IAsyncDisposable
{
    /// <summary>Call first, once.</summary>
    Task WriteHeaderAsync(IReadOnlyList<string> names, CancellationToken cancellation = default);

    Task WriteRowAsync(IReadOnlyList<InputValue> cells, CancellationToken cancellation = default);
}
