using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Importing;

/// <summary>One import on its way: the counts so far and the errors to show.</summary>
internal sealed class ImportRun(ImportPlan plan, ImportOptions options, SavePipeline pipeline, IRecordTransaction transaction, DateTime startedAt)
{
    private readonly List<ImportError> _errors = [];
    private readonly List<ImportError> _warnings = [];
    private readonly Dictionary<string, string> _columnNames = plan.Columns.ToDictionary(column => column.Field.Key, column => column.Name);
    private bool _isFileDamaged;
    private int _created;
    private int _updated;
    private int _unchanged;

    public int Rows { get; private set; }

    public int BadRows { get; private set; }

    /// <summary>Whether nothing may be stored.</summary>
    public bool IsRefused => _isFileDamaged || Rows == 0 || (BadRows > 0 && !options.SkipErrors);

    public async Task SaveAsync(IReadOnlyList<SheetRow> rows, CancellationToken cancellationToken)
    {
        Rows += rows.Count;
        var good = rows.Where(row => !ReportCellErrors(row)).ToList();
        var result = await SaveRowsAsync(good, cancellationToken);
        while (result is SaveResult.Invalid invalid)
        {
            good = Report(good, invalid.Problems);
            if (!options.SkipErrors)
            {
                // The file is refused anyway.
                break;
            }

            // What rows add up to may be wrong for others once the bad ones are left out. Each time there are fewer.
            result = await SaveRowsAsync(good, cancellationToken);
        }

        Count(good, result);
    }

    /// <summary>Damage in the middle of a file refuses it, whatever the options: nobody knows what was lost.</summary>
    public void ReportFile(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            _isFileDamaged = true;
            Report(new ImportError(null, null, diagnostic));
        }

        if (Rows == 0 && !_isFileDamaged)
        {
            Report(new ImportError(null, null, ImportDiagnostics.NoRows()));
        }
    }

    public AuditEntry Describe() => new(AuditKind.Import, options.Actor)
    {
        App = plan.Form.App,
        Form = plan.Form.Key,
        Facts = [new(AuditDetail.Rows, Rows), new(AuditDetail.Created, _created), new(AuditDetail.Updated, _updated), new(AuditDetail.Refused, BadRows)],
    };

    public ImportResult ToResult(bool isStored) => new()
    {
        IsStored = isStored,
        Rows = Rows,
        Created = _created,
        Updated = _updated,
        Unchanged = _unchanged,
        BadRows = BadRows,
        Errors = _errors,
        Warnings = _warnings,
    };

    private Task<SaveResult> SaveRowsAsync(IReadOnlyList<SheetRow> rows, CancellationToken cancellationToken)
    {
        var request = new SaveRequest(plan.Form, [.. rows.Select(ToInput)], options.Actor, options.Source)
        {
            KeyField = plan.KeyField,
            At = startedAt,
            MatchFields = plan.MatchFields,
            CreateMissing = plan.CreateMissing,
            ConfirmsWarnings = true,
        };
        return pipeline.SaveAsync(request, transaction, cancellationToken);
    }

    private RecordInput ToInput(SheetRow row)
    {
        var values = new Dictionary<string, InputValue>(plan.Columns.Count, StringComparer.Ordinal);
        foreach (var column in plan.Columns)
        {
            var cell = row[column.Index];
            values[column.Field.Key] = column.Field.HoldsIds ? ToText(cell) : plan.SerialDates.Contains(column.Field.Key) ? SerialDate.Read(cell) : cell;
        }

        return new() { Values = values };
    }

    /// <summary>Spreadsheets hold codes made of digits as numbers; in a file a reference is always named by a text, never by our id.</summary>
    private static InputValue ToText(InputValue cell)
        => cell.Content is decimal number ? InputValue.Of(number.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture)) : cell;

    private bool ReportCellErrors(SheetRow row)
    {
        foreach (var error in row.Errors)
        {
            Report(new ImportError(row.Number, null, error));
        }

        BadRows += row.Errors.Count > 0 ? 1 : 0;
        return row.Errors.Count > 0;
    }

    /// <summary>The rows without a problem.</summary>
    private List<SheetRow> Report(IReadOnlyList<SheetRow> rows, IReadOnlyList<RecordProblem> problems)
    {
        foreach (var problem in problems)
        {
            Report(new ImportError(rows[problem.Index].Number, ColumnOf(problem.Diagnostic.Path), problem.Diagnostic));
        }

        var bad = problems.Select(problem => problem.Index).ToHashSet();
        BadRows += bad.Count;
        return [.. rows.Where((_, index) => !bad.Contains(index))];
    }

    /// <summary>A part may have come from the column of its whole.</summary>
    private string? ColumnOf(string path)
        => _columnNames.GetValueOrDefault(path) ?? (plan.Form.Find(path)?.Whole is { } whole ? _columnNames.GetValueOrDefault(whole.Key) : null);

    private void Report(ImportError error)
    {
        if (_errors.Count < Importer.ListedErrors)
        {
            _errors.Add(error);
        }
    }

    private void Count(List<SheetRow> rows, SaveResult result)
    {
        switch (result)
        {
            case SaveResult.Saved saved:
                _created += saved.Records.Count(record => record.IsNew);
                _updated += saved.Records.Count(record => record is { IsNew: false, IsChanged: true });
                _unchanged += saved.Records.Count(record => !record.IsChanged);
                var listed = saved.Confirmed.Take(Importer.ListedErrors - _warnings.Count);
                _warnings.AddRange(listed.Select(warning => new ImportError(rows[warning.Index].Number, ColumnOf(warning.Diagnostic.Path), warning.Diagnostic)));
                break;
            case SaveResult.Conflict:
                // Somebody changed one of these records while the file was being read; repeating the import settles it.
                BadRows += rows.Count;
                Report(new ImportError(rows[0].Number, null, ImportDiagnostics.ChangedMeanwhile(rows[0].Number, rows[^1].Number)));
                break;
        }
    }
}
