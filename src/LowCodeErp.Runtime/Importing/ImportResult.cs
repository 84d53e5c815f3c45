namespace LowCodeErp.Runtime.Importing;

/// <summary>What an import did, or would have done.</summary>
public sealed record ImportResult
{
    /// <summary>False after a rehearsal, and when an error refused the file.</summary>
    public bool IsStored { get; init; }

    public int Rows { get; init; }

    public int Created { get; init; }

    public int Updated { get; init; }

    /// <summary>Rows whose record had these values already.</summary>
    public int Unchanged { get; init; }

    /// <summary>All bad rows, also those beyond the ones listed.</summary>
    public int BadRows { get; init; }

    /// <summary>The first <see cref="Importer.ListedErrors"/> warnings: their rows are stored, with the warnings confirmed by whoever imports.</summary>
    public IReadOnlyList<ImportError> Warnings { get; init; } = [];

    /// <summary>The first <see cref="Importer.ListedErrors"/> errors, in the order of the file.</summary>
    public IReadOnlyList<ImportError> Errors { get; init; } = [];
}
