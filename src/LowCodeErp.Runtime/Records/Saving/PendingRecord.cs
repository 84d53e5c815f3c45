using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>One record of a batch: what came in, what is stored, and what is to be stored.</summary>
internal sealed class PendingRecord : IFormulaRow
{
    private DiagnosticBag? _diagnostics;
    private Dictionary<FieldModel, (IReadOnlyList<IFormulaRow> Rows, IReadOnlyList<PendingRecord> Named)>? _lines;

    /// <summary>The place of the record, or of the record that the line belongs to, in the request.</summary>
    public required int Index { get; init; }

    public required RecordInput Input { get; init; }

    /// <summary>The record a line belongs to.</summary>
    public PendingRecord? Parent { get; init; }

    /// <summary>Before each path of a diagnostic: <c>line[2].</c>, or blank.</summary>
    public string PathPrefix { get; init; } = "";

    public int Position { get; init; }

    /// <summary>Null for a new record.</summary>
    public StoredRecord? Stored { get; private set; }

    /// <summary>0 until an id is allocated.</summary>
    public long Id { get; set; }

    /// <summary>By field ordinal; null when blank.</summary>
    public object?[] Values { get; set; } = [];

    /// <summary>What is to become of the record; an update of what is not stored yet creates it.</summary>
    public RecordAction Intent { get; init; } = RecordAction.Update;

    public RecordAction Action => IsNew ? RecordAction.Create : Intent;

    public bool IsDeleted => Intent == RecordAction.Delete;

    /// <summary>Whether the record comes back from the trash. To everything that checks other records the whole of it is a change.</summary>
    public bool IsRestored => Intent == RecordAction.Restore;

    /// <summary>Whether a line of the record is stored, changed or deleted; the record's version then counts on too.</summary>
    public bool HasChangedLines { get; set; }

    public bool IsNew => Stored is null;

    public long Version => (Stored?.Version ?? 0) + (IsChanged ? 1 : 0);

    public bool IsChanged => IsNew || Intent != RecordAction.Update || HasChangedLines || HasChangedValues;

    public bool HasErrors => _diagnostics?.HasErrors == true;

    public DiagnosticBag Diagnostics => _diagnostics ??= new();

    public IReadOnlyList<Diagnostic> Problems => _diagnostics?.Items ?? [];

    private bool HasChangedValues => Stored is { } stored && !stored.Values.AsSpan().SequenceEqual(Values);

    public string PathOf(FieldModel field) => PathPrefix + field.Key;

    public Value this[FieldModel field]
    {
        get => new(field.Kind, Values[field.Ordinal]);
        set => Values[field.Ordinal] = value.Content;
    }

    object? IFormulaRow.Get(int ordinal) => Values[ordinal];

    /// <summary>Formulas of forms do not reach through references.</summary>
    IFormulaRow? IFormulaRow.Follow(int ordinal) => null;

    IReadOnlyList<IFormulaRow> IFormulaRow.Lines(int ordinal)
        => _lines?.Where(lines => lines.Key.Ordinal == ordinal).Select(lines => lines.Value.Rows).FirstOrDefault() ?? [];

    /// <param name="rows">The lines that the formulas of the record see.</param>
    /// <param name="named">The lines that the request names, those to be deleted included.</param>
    public void SetLines(FieldModel subTable, IReadOnlyList<IFormulaRow> rows, IReadOnlyList<PendingRecord> named)
        => (_lines ??= [])[subTable] = (rows, named);

    /// <summary>Starts from the stored state: what the input does not name stays as it is.</summary>
    public void Adopt(StoredRecord stored)
    {
        Stored = stored;
        Id = stored.Id;
        Values = (object?[])stored.Values.Clone();
    }

    /// <summary>Of a sub-table: whether any of its lines changed.</summary>
    public bool IsChangedIn(FieldModel field)
        => IsNew || (field.IsStored ? IsFieldChanged(field) : _lines?.GetValueOrDefault(field).Named?.Any(line => line.IsChanged) == true);

    public bool IsFieldChanged(FieldModel field) => Stored is null || IsRestored || !Equals(Stored.Values[field.Ordinal], Values[field.Ordinal]);
}
