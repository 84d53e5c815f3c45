using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Importing;

/// <summary>
/// Brings the rows of a spreadsheet through the save pipeline, batch by batch, in one transaction: whatever ends the import
/// early (an error, a cancellation, a power cut) leaves nothing half done. Memory does not grow with the file.
/// </summary>
public sealed class Importer(IRecordStore store, SavePipeline pipeline, IAccess access, TimeProvider clock)
{
    /// <summary>How many errors are kept for showing; the count goes on.</summary>
    public const int ListedErrors = 1_000;

    private const int BatchSize = 1_000;

    /// <summary>
    /// Of records that are rolled up. Each batch adds up the records above anew, all that they have; with small batches a large file would be
    /// added up again and again.
    /// </summary>
    private const int BatchSizeOfRolledUp = 10_000;

    /// <param name="fileDiagnostics">The bag the reader was opened with: damage in the middle of the file shows there.</param>
    public async Task<ImportResult> RunAsync(
        ImportPlan plan, SpreadsheetReader reader, DiagnosticBag fileDiagnostics, ImportOptions options,
        IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(fileDiagnostics);
        if (!(await access.OfAsync(options.Actor, cancellationToken)).Of(plan.Form).May(AccessOperation.Import))
        {
            return new() { Errors = [new(null, null, ImportDiagnostics.NotAllowed(options.Actor.Name))] };
        }

        return await Repetition.RunAsync(() => RunOnceAsync(plan, reader, fileDiagnostics, options, progress, cancellationToken));
    }

    private async Task<ImportResult> RunOnceAsync(
        ImportPlan plan, SpreadsheetReader reader, DiagnosticBag fileDiagnostics, ImportOptions options,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var transaction = await store.BeginAsync(cancellationToken);
        var run = new ImportRun(plan, options, pipeline, transaction, clock.GetUtcNow().UtcDateTime);
        var rows = reader.ReadRows(plan.SheetIndex).SkipWhile(row => row.Number <= plan.Header.RowNumber);
        foreach (var batch in rows.Chunk(IsRolledUp(plan, transaction) ? BatchSizeOfRolledUp : BatchSize))
        {
            await run.SaveAsync(batch, cancellationToken);
            progress?.Report(new(run.Rows, run.BadRows));
        }

        run.ReportFile(fileDiagnostics.Items.Where(item => item.Severity == Severity.Error));
        var isStored = !options.IsRehearsal && !run.IsRefused;
        if (isStored)
        {
            await transaction.WriteAuditAsync(run.Describe(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return run.ToResult(isStored);
    }

    private static bool IsRolledUp(ImportPlan plan, IRecordTransaction transaction)
        => transaction.Rollups.Any(rollup => rollup.Records.Key == plan.Form.Key);
}
