using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Spreadsheets;

namespace LowCodeErp.Runtime.Importing;

/// <summary>A mapping, resolved against a form and the header of a file: every column and field is there.</summary>
public sealed class ImportPlan
{
    private ImportPlan(FormModel form, FieldModel? keyField, SheetHeader header)
    {
        Form = form;
        KeyField = keyField;
        Header = header;
    }

    public FormModel Form { get; }

    /// <summary>The unique field by which stored records are found again; null when every row is a new record.</summary>
    public FieldModel? KeyField { get; }

    public SheetHeader Header { get; }

    public int SheetIndex { get; private init; }

    public IReadOnlyList<ImportColumn> Columns { get; private init; } = [];

    public IReadOnlyDictionary<string, FieldModel> MatchFields { get; private init; } = new Dictionary<string, FieldModel>();

    public IReadOnlySet<string> CreateMissing { get; private init; } = new HashSet<string>();

    public IReadOnlySet<string> SerialDates { get; private init; } = new HashSet<string>();

    /// <summary>Null, with every reason, when the mapping does not fit the form or the file.</summary>
    public static ImportPlan? Make(
        FormModel form, SpreadsheetReader reader, ImportMapping mapping, FieldModel? keyField, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var before = diagnostics.Items.Count;
        var sheet = FindSheet(reader, mapping, diagnostics);
        var header = FindHeader(reader.ReadRows(sheet), mapping, diagnostics);
        if (header is null)
        {
            return null;
        }

        var columns = FindColumns(form, header, mapping, diagnostics);
        CheckColumns(form, columns, keyField, diagnostics);
        var plan = new ImportPlan(form, keyField, header)
        {
            SheetIndex = sheet,
            Columns = columns,
            MatchFields = FindMatchFields(form, mapping, diagnostics),
            CreateMissing = FindCreateMissing(form, mapping, diagnostics),
            SerialDates = FindSerialDates(form, mapping, diagnostics),
        };
        return diagnostics.Items.Skip(before).Any(item => item.Severity == Severity.Error) ? null : plan;
    }

    private static int FindSheet(SpreadsheetReader reader, ImportMapping mapping, DiagnosticBag diagnostics)
    {
        var visible = reader.Sheets.Index().Where(sheet => !sheet.Item.IsHidden).Select(sheet => sheet.Index).FirstOrDefault(0);
        if (mapping.Sheet is not { Length: > 0 } name)
        {
            return visible;
        }

        var named = reader.Sheets.Index().Where(sheet => sheet.Item.Name == name).Select(sheet => sheet.Index).FirstOrDefault(-1);
        if (named < 0)
        {
            diagnostics.Add(ImportDiagnostics.SheetUnknown(name, reader.Sheets.Select(sheet => sheet.Name)));
            return visible;
        }

        return named;
    }

    private static SheetHeader? FindHeader(IEnumerable<SheetRow> rows, ImportMapping mapping, DiagnosticBag diagnostics)
    {
        if (mapping.HeaderRow is not { } number)
        {
            return SheetHeader.Find(rows);
        }

        var row = rows.TakeWhile(row => row.Number <= number).FirstOrDefault(row => row.Number == number);
        if (row is null)
        {
            diagnostics.Add(ImportDiagnostics.HeaderRowEmpty(number));
            return null;
        }

        return SheetHeader.Of(row);
    }

    private static List<ImportColumn> FindColumns(FormModel form, SheetHeader header, ImportMapping mapping, DiagnosticBag diagnostics)
    {
        var columns = new List<ImportColumn>();
        foreach (var (key, name) in mapping.Columns)
        {
            if (form.Find(key) is not { Lines: null, IsInternal: false } field)
            {
                diagnostics.Add(ImportDiagnostics.FieldUnknown(form.Label, key, form.ImportedFields.Select(known => known.Key)));
            }
            else if (field.IsComputed)
            {
                diagnostics.Add(field.Rollup is null ? ImportDiagnostics.FieldComputed(field.Label) : ImportDiagnostics.FieldRolledUp(field.Label));
            }
            else if (header.IndexOf(name) is not { } index)
            {
                diagnostics.Add(ImportDiagnostics.ColumnUnknown(name, header.Names));
            }
            else
            {
                columns.Add(new(field, index, header.Names[index]));
            }
        }

        if (!mapping.OnlyNamed)
        {
            columns.AddRange(ColumnMatching.ByName(form, header).Where(found =>
                !mapping.Columns.ContainsKey(found.Field.Key) && columns.TrueForAll(named => named.Index != found.Index)));
        }

        return columns;
    }

    private static void CheckColumns(FormModel form, List<ImportColumn> columns, FieldModel? keyField, DiagnosticBag diagnostics)
    {
        if (columns.Count == 0)
        {
            diagnostics.Add(ImportDiagnostics.NothingMapped(form.Label));
            return;
        }

        bool IsMapped(FieldModel field) => columns.Exists(column => column.Field == field || column.Field == field.Whole);
        foreach (var field in form.EnteredFields.Where(field => field.IsAlwaysRequired && field.Default.IsBlank && field.Numbering is null && !IsMapped(field)))
        {
            // With a key the rows may all belong to records that exist already, and those keep what is stored.
            if (keyField is null)
            {
                diagnostics.Add(field.FileRule is null ? ImportDiagnostics.RequiredNotMapped(field.Label) : ImportDiagnostics.RequiredFiles(field.Label));
            }
        }

        if (keyField is not null && !IsMapped(keyField))
        {
            diagnostics.Add(ImportDiagnostics.KeyNotMapped(keyField.Label));
        }

        if (keyField is { IsUnique: false })
        {
            diagnostics.Add(ImportDiagnostics.KeyNotUnique(keyField.Label, form.EnteredFields.Where(field => field.IsUnique).Select(field => field.Key)));
        }
    }

    private static Dictionary<string, FieldModel> FindMatchFields(FormModel form, ImportMapping mapping, DiagnosticBag diagnostics)
    {
        var found = new Dictionary<string, FieldModel>();
        foreach (var (key, match) in mapping.Match)
        {
            if (form.Find(key)?.Target?.Find(match) is { IsStored: true, Kind: ValueKind.Text } field)
            {
                found[key] = field;
            }
            else
            {
                diagnostics.Add(ImportDiagnostics.MatchFieldUnknown(key, match));
            }
        }

        return found;
    }

    private static HashSet<string> FindSerialDates(FormModel form, ImportMapping mapping, DiagnosticBag diagnostics)
    {
        foreach (var key in mapping.SerialDates.Where(key => form.Find(key)?.Kind is not (ValueKind.Date or ValueKind.DateTime)))
        {
            diagnostics.Add(ImportDiagnostics.NoDate(key));
        }

        return [.. mapping.SerialDates];
    }

    private static HashSet<string> FindCreateMissing(FormModel form, ImportMapping mapping, DiagnosticBag diagnostics)
    {
        foreach (var key in mapping.CreateMissing.Where(key => form.Find(key)?.Target?.Title is null))
        {
            diagnostics.Add(ImportDiagnostics.CannotCreateMissing(key));
        }

        return [.. mapping.CreateMissing];
    }
}
