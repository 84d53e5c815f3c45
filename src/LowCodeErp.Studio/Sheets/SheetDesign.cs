using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Portal.Importing;
using LowCodeErp.Runtime.Importing;
using LowCodeErp.Runtime.Inference;

namespace LowCodeErp.Studio.Sheets;

/// <summary>
/// A form on its way from a file: what was found in the columns and what a person made of it. It knows nothing of the page. Reading goes
/// through the whole file, so it works on a thread of its own; only one reading may be under way.
/// </summary>
public sealed class SheetDesign(SheetInference inference, TargetSearch targets) : IDisposable
{
    public SheetSource Source { get; } = new();

    public IReadOnlyList<Diagnostic> Problems { get; private set; } = [];

    public IReadOnlyList<SheetColumn> Columns { get; private set; } = [];

    public string Label { get; set; } = "";

    /// <summary>The column that stands for a record wherever it is mentioned.</summary>
    public SheetColumn? Title { get; set; }

    /// <summary>The column by which people and files identify a record.</summary>
    public SheetColumn? Code { get; private set; }

    public IEnumerable<SheetColumn> Included => Columns.Where(column => column.IsIncluded);

    /// <summary>How many rows the file has, as its fullest column shows.</summary>
    public long Rows => Columns.Count == 0 ? 0 : Columns.Max(column => column.Finding.Values + column.Finding.Blanks);

    /// <summary>False, with the reasons in <see cref="Problems"/>, when the file holds no rows.</summary>
    public async Task<bool> OpenAsync(UploadedFile file, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        Label = Path.GetFileNameWithoutExtension(file.Name);
        var isOpen = await Task.Run(() => Source.Open(file), cancellationToken);
        Problems = Source.Problems;
        return isOpen && await FindAsync(progress, cancellationToken);
    }

    public async Task<bool> ReadAsync(int sheet, int? headerRow, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var isRead = await Task.Run(() => Source.Read(sheet, headerRow), cancellationToken);
        Problems = Source.Problems;
        return isRead && await FindAsync(progress, cancellationToken);
    }

    public void ChooseCode(SheetColumn? column)
    {
        Code = column;
        if (column is not null)
        {
            (column.IsUnique, column.IsRequired) = (true, true);
        }
    }

    /// <summary>Null when no column is to be a field.</summary>
    /// <param name="key">None of the workspace's.</param>
    public FormDefinition? ToForm(string key)
    {
        var fields = Fields();
        return fields.Count == 0 ? null : new()
        {
            Key = key,
            Label = new(Label.Trim()),
            Title = fields[Title is { IsIncluded: true } title ? title : fields.Keys.First()].Key,
            Code = Code is { IsIncluded: true } code ? fields[code].Key : null,
            Fields = [.. Included.Select(column => fields[column])],
        };
    }

    public ImportMapping ToMapping() => new()
    {
        Sheet = Source.Sheets[Source.SheetIndex].Name,
        HeaderRow = Source.Header?.RowNumber,
        OnlyNamed = true,
        Columns = Fields().ToDictionary(field => field.Value.Key, field => field.Key.Finding.Name),
        SerialDates = [.. Fields().Where(field => field.Key is { Type: "date", Finding.HoldsSerials: true }).Select(field => field.Value.Key)],
    };

    public void Dispose() => Source.Dispose();

    private Dictionary<SheetColumn, FieldDefinition> Fields()
    {
        var fields = new Dictionary<SheetColumn, FieldDefinition>();
        foreach (var column in Included)
        {
            fields.Add(column, column.ToField([.. fields.Values.Select(field => field.Key)]));
        }

        return fields;
    }

    private async Task<bool> FindAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var found = await Task.Run(() => Infer(progress, cancellationToken), cancellationToken);
        found = await Task.Run(() => targets.FindAsync(found, cancellationToken), cancellationToken);
        Columns = [.. found.Select(column => new SheetColumn(column))];
        Title = Included.FirstOrDefault(column => column.Finding.SaysTitle && column.Type == FormDefinition.UsualTitle)
            ?? Included.FirstOrDefault(column => column.Type == FormDefinition.UsualTitle) ?? Included.FirstOrDefault();
        ChooseCode(Included.FirstOrDefault(column => column.Finding is { SaysCode: true, AllDiffer: true, Blanks: 0 } && column.Type == FormDefinition.UsualTitle));
        if (!Included.Any())
        {
            Problems = [.. Problems, ImportDiagnostics.NoRows()];
        }

        return Included.Any();
    }

    private IReadOnlyList<ColumnFinding> Infer(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        using var reader = Source.File!.Open(diagnostics);
        var found = reader is null ? [] : inference.Read(reader, Source.SheetIndex, Source.Header!, progress, cancellationToken);
        Problems = diagnostics.Items;
        return found;
    }
}
