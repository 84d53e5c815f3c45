using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Portal.Importing;

/// <summary>
/// One import as a person prepares it: the file, what its columns mean, and what the check found. It knows nothing of the page.
/// Opening and running read the whole file, so they work on a thread of their own; only one of them may be under way.
/// </summary>
public sealed class ImportSession : IDisposable
{
    private readonly SheetSource _source = new();
    private bool _isKeyChosen;

    public ImportSession(FormModel form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Targets = [form, .. form.SubTables.Select(field => field.Lines!)];
        Target = form;
    }

    /// <summary>The form and the lines of its sub-tables.</summary>
    public IReadOnlyList<FormModel> Targets { get; }

    public FormModel Target { get; private set; }

    public UploadedFile? File => _source.File;

    public IReadOnlyList<SheetInfo> Sheets => _source.Sheets;

    public int SheetIndex => _source.SheetIndex;

    /// <summary>The row with the names of the columns; null when there is none, the columns then go by their letters.</summary>
    public int? HeaderRow => Header?.RowNumber;

    /// <summary>Null until a file is open.</summary>
    public SheetHeader? Header => _source.Header;

    public IReadOnlyList<FieldChoice> Fields { get; private set; } = [];

    /// <summary>The field by which stored records are found again; null: every row is a new record.</summary>
    public FieldModel? KeyField { get; private set; }

    /// <summary>What records can be recognised by: unique fields that have a column.</summary>
    public IReadOnlyList<FieldModel> KeyFields => [.. Fields.Where(choice => choice.IsMapped && choice.Field.IsUnique).Select(choice => choice.Field)];

    /// <summary>What stands in the way of reading the file or of the mapping, as of the last step.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; private set; } = [];

    /// <summary>The rows below the header; null until they were counted for a check.</summary>
    public int? RowCount { get; private set; }

    /// <summary>Of the last check or import; null until there was one with this mapping.</summary>
    public ImportResult? Result { get; private set; }

    /// <summary>The listed errors of <see cref="Result"/>, with the values that they are about.</summary>
    public IReadOnlyList<ImportErrorRow> Errors { get; private set; } = [];

    /// <summary>Takes the file over, in place of the one before. False, with the reasons in <see cref="Problems"/>, when it holds no rows.</summary>
    public Task<bool> OpenAsync(UploadedFile file, CancellationToken cancellationToken = default)
        => Task.Run(() => Open(file), cancellationToken);

    public void ChooseTarget(FormModel target)
    {
        if (Target != target)
        {
            Target = target;
            MatchColumns();
        }
    }

    public Task ChooseSheetAsync(int index) => Task.Run(() => ReadSheet(index, null));

    /// <summary>A row that a person has pointed at; nothing changes, and a problem says so, when it is empty.</summary>
    public Task ChooseHeaderRowAsync(int number) => Task.Run(() => ReadSheet(SheetIndex, number));

    public void ChooseColumn(FieldChoice choice, string? column)
    {
        ArgumentNullException.ThrowIfNull(choice);
        choice.Column = string.IsNullOrEmpty(column) ? null : column;
        choice.IsGuess = false;
        ProposeKey();
        Forget();
    }

    public void ChooseKey(FieldModel? field)
    {
        _isKeyChosen = true;
        KeyField = field;
        Forget();
    }

    public IReadOnlyList<FieldChoice> MappedFields => [.. Fields.Where(choice => choice.IsMapped)];

    public IReadOnlyList<PreviewRow> ReadPreview(CultureInfo culture)
    {
        if (Header is null)
        {
            return [];
        }

        var columns = MappedFields.Select(choice => (choice, Header.IndexOf(choice.Column!)!.Value)).ToList();
        return [.. _source.Sample.Select(row => RowPreview.Read(row, columns, culture))];
    }

    public ImportMapping ToMapping() => new()
    {
        Sheet = Sheets.Count > 0 ? Sheets[SheetIndex].Name : null,
        HeaderRow = HeaderRow,
        OnlyNamed = true,
        Columns = MappedFields.ToDictionary(choice => choice.Field.Key, choice => choice.Column!),
        Match = MappedFields.Where(choice => choice.MatchField is not null).ToDictionary(choice => choice.Field.Key, choice => choice.MatchField!.Key),
        CreateMissing = [.. MappedFields.Where(choice => choice.CreatesMissing).Select(choice => choice.Field.Key)],
        SerialDates = [.. MappedFields.Where(choice => choice.ReadsSerialDates).Select(choice => choice.Field.Key)],
    };

    /// <summary>Goes back to a mapping that was made before, as far as the file and the form still have what it names.</summary>
    public Task ApplyAsync(ImportMapping mapping) => Task.Run(() => Apply(mapping));

    /// <summary>Checks or imports. Null, with the reasons in <see cref="Problems"/>, when the mapping does not fit.</summary>
    /// <param name="progress">Called on any thread.</param>
    public Task<ImportResult?> RunAsync(
        Importer importer, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(importer);
        return Task.Run(() => RunHereAsync(importer, options, progress, cancellationToken), cancellationToken);
    }

    public void Dispose() => _source.Dispose();

    private bool Open(UploadedFile file)
    {
        var isOpen = _source.Open(file);
        Adopt();
        return isOpen;
    }

    private void Apply(ImportMapping mapping)
    {
        var sheet = Sheets.Index().Where(sheet => sheet.Item.Name == mapping.Sheet).Select(sheet => sheet.Index).FirstOrDefault(SheetIndex);
        ReadSheet(sheet, mapping.HeaderRow);
        foreach (var choice in Fields.Where(choice => mapping.Columns.TryGetValue(choice.Field.Key, out var column) && Header?.IndexOf(column) is not null))
        {
            ChooseColumn(choice, mapping.Columns[choice.Field.Key]);
            choice.ReadsSerialDates = choice.IsDate && mapping.SerialDates.Contains(choice.Field.Key);
        }
    }

    private void ReadSheet(int index, int? headerRow)
    {
        if (_source.Read(index, headerRow))
        {
            Adopt();
        }

        Problems = _source.Problems;
    }

    private void Adopt()
    {
        (Problems, RowCount) = (_source.Problems, null);
        MatchColumns();
    }

    /// <summary>By name first; then by similar names, each column once.</summary>
    private void MatchColumns()
    {
        Fields = [.. Target.ImportedFields.Select(field => new FieldChoice(field))];
        _isKeyChosen = false;
        if (Header is not null)
        {
            var named = ColumnMatching.ByName(Target, Header).DistinctBy(column => column.Index).ToDictionary(column => column.Field, column => column.Name);
            var taken = named.Values.ToHashSet(StringComparer.Ordinal);
            foreach (var choice in Fields)
            {
                choice.Column = named.GetValueOrDefault(choice.Field);
            }

            foreach (var choice in Fields.Where(choice => !choice.IsMapped))
            {
                choice.Column = ColumnGuess.Find(choice.Field, Header, taken);
                choice.IsGuess = choice.IsMapped && taken.Add(choice.Column!);
            }
        }

        ProposeKey();
        Forget();
    }

    /// <summary>Updating by the code rather than doubling everything is what people mean when they import a file again.</summary>
    private void ProposeKey()
    {
        var known = KeyFields;
        if (!_isKeyChosen || (KeyField is not null && !known.Contains(KeyField)))
        {
            KeyField = known.FirstOrDefault(field => field == Target.Code) ?? (known.Count > 0 ? known[0] : null);
        }
    }

    /// <summary>What was found with another mapping says nothing about this one.</summary>
    private void Forget()
    {
        Result = null;
        Errors = [];
    }

    private async Task<ImportResult?> RunHereAsync(
        Importer importer, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        RowCount ??= CountRows(cancellationToken);
        using var reader = File!.Open(diagnostics);
        var plan = reader is null ? null : ImportPlan.Make(Target, reader, ToMapping(), KeyField, diagnostics);
        Problems = diagnostics.Items;
        if (plan is null)
        {
            return null;
        }

        var result = await importer.RunAsync(plan, reader!, diagnostics, options, progress, cancellationToken);
        Errors = FindValues(plan, reader!, result.Errors);
        return Result = result;
    }

    private int CountRows(CancellationToken cancellationToken)
    {
        // With a bag of its own: damage is reported by the run itself.
        using var reader = File!.Open(new DiagnosticBag());
        return reader?.ReadRows(SheetIndex).SkipWhile(row => row.Number <= HeaderRow).Count(_ =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return true;
        }) ?? 0;
    }

    private static List<ImportErrorRow> FindValues(ImportPlan plan, SpreadsheetReader reader, IReadOnlyList<ImportError> errors)
    {
        var wanted = errors.Where(error => error is { Row: not null, Column: not null }).Select(error => error.Row!.Value).ToHashSet();
        var last = wanted.Count == 0 ? 0 : wanted.Max();
        var rows = reader.ReadRows(plan.SheetIndex).TakeWhile(row => row.Number <= last)
            .Where(row => wanted.Contains(row.Number)).ToDictionary(row => row.Number);
        return [.. errors.Select(error => new ImportErrorRow(error.Row, error.Column, ValueOf(error), error.Diagnostic.Message))];

        string? ValueOf(ImportError error)
            => error.Row is { } number && error.Column is { } column && rows.TryGetValue(number, out var row) && plan.Header.IndexOf(column) is { } index
                ? RowPreview.WriteRaw(row[index], CultureInfo.InvariantCulture)
                : null;
    }
}
