using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>One record of a batch: what came in, what is stored, and what is to be stored.</summary>
internal sealed class PendingRecord : IFormulaRow
{
    private DiagnosticBag? _diagnostics;
    private HashSet<FieldModel>? _hidden;
    private List<(string Name, Diagnostic Diagnostic)>? _warnings;
    private Dictionary<FieldModel, object?>? _proposed;
    private PendingRecord? _joined;
    private Dictionary<FieldModel, (IReadOnlyList<IFormulaRow> Rows, IReadOnlyList<PendingRecord> Named)>? _lines;

    /// <summary>The place of the record, or of the record that the line belongs to, in the request.</summary>
    public required int Index { get; init; }

    public required RecordInput Input { get; set; }

    /// <summary>The record that a line came with.</summary>
    public PendingRecord? Parent { get; init; }

    /// <summary>The record that a line belongs to, whether it came with it or joined the save; null where nothing asks for it.</summary>
    public PendingRecord? Owner => Parent ?? _joined;

    /// <summary>Before each path of a diagnostic: <c>line[2].</c>, or blank.</summary>
    public string PathPrefix { get; init; } = "";

    /// <summary>Where a line goes among the lines of its record; null leaves it where it is.</summary>
    public int? Place { get; set; }

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

    public bool IsChanged => IsNew || Intent != RecordAction.Update || HasChangedLines || HasChangedValues || IsMoved;

    public bool HasErrors => _diagnostics?.HasErrors == true;

    public DiagnosticBag Diagnostics => _diagnostics ??= new();

    public IReadOnlyList<Diagnostic> Problems => _diagnostics?.Items ?? [];

    /// <summary>With the names by which they are confirmed.</summary>
    public IReadOnlyList<(string Name, Diagnostic Diagnostic)> Warnings => _warnings ?? [];

    private bool IsMoved => Stored is { } stored && Place is { } place && place != stored.Position;

    private bool HasChangedValues => Stored is { } stored && !stored.Values.AsSpan().SequenceEqual(Values);

    public string PathOf(FieldModel field) => PathPrefix + field.Key;

    public Value this[FieldModel field]
    {
        get => new(field.Kind, Values[field.Ordinal]);
        set => Values[field.Ordinal] = value.Content;
    }

    object? IFormulaRow.Get(int ordinal) => Values[ordinal];

    /// <summary>Formulas of forms reach through no reference but that of a line to its record.</summary>
    IFormulaRow? IFormulaRow.Follow(int ordinal) => Owner;

    IReadOnlyList<IFormulaRow> IFormulaRow.Lines(int ordinal)
        => _lines?.Where(lines => lines.Key.Ordinal == ordinal).Select(lines => lines.Value.Rows).FirstOrDefault() ?? [];

    /// <param name="rows">The lines that the formulas of the record see.</param>
    /// <param name="named">The lines that the request names, those to be deleted included.</param>
    public void SetLines(FieldModel subTable, IReadOnlyList<IFormulaRow> rows, IReadOnlyList<PendingRecord> named)
        => (_lines ??= [])[subTable] = (rows, named);

    /// <summary>Stands where the input says nothing; a value that was left blank on purpose stays blank.</summary>
    public void Propose(FieldModel field, Value value)
    {
        (_proposed ??= [])[field] = value.Content;
        if (!Input.Values.ContainsKey(field.Key))
        {
            this[field] = value;
        }
    }

    /// <summary>Where mistakes of a proposal belong: nowhere, when somebody has entered another value.</summary>
    public DiagnosticBag DiagnosticsOfProposal(FieldModel field) => Input.Values.ContainsKey(field.Key) ? new() : Diagnostics;

    /// <summary>Whether somebody has entered something: neither what was stored nor what is proposed.</summary>
    public bool IsEntered(FieldModel field)
    {
        var content = Values[field.Ordinal];
        return !Equals(Stored?.Values[field.Ordinal], content) && !(_proposed?.TryGetValue(field, out var proposed) == true && Equals(proposed, content));
    }

    /// <summary>A line that came without its record is given it.</summary>
    public void Join(PendingRecord? owner) => _joined = owner;

    public void Warn(string key, Diagnostic warning) => (_warnings ??= []).Add((PathPrefix + key, warning));

    /// <summary>The warnings of lines are confirmed with their record.</summary>
    public bool IsConfirmed(string name) => (Parent ?? this).Input.Confirmed.Contains(name);

    /// <summary>Nothing is asked of the field any more.</summary>
    public void Hide(FieldModel field)
    {
        (_hidden ??= []).Add(field);
        _diagnostics?.RemoveAll(problem => problem.Path == PathOf(field));
    }

    public bool IsHidden(FieldModel field) => _hidden?.Contains(field) == true;

    /// <summary>Starts from the stored state: what the input does not name stays as it is.</summary>
    public void Adopt(StoredRecord stored)
    {
        Stored = stored;
        Id = stored.Id;
        Values = (object?[])stored.Values.Clone();
    }

    /// <summary>Puts back what is stored, of each part.</summary>
    public void TakeBack(FieldModel field)
    {
        foreach (var part in field.StoredParts)
        {
            Values[part.Ordinal] = Stored?.Values[part.Ordinal];
        }
    }

    /// <summary>Of a sub-table: whether any of its lines changed.</summary>
    public bool IsChangedIn(FieldModel field)
        => IsNew || (field.IsStored ? IsFieldChanged(field) : _lines?.GetValueOrDefault(field).Named?.Any(line => line.IsChanged) == true);

    public RecordWrite ToWrite(SaveScope scope)
        => new(Id, Version, Values, Place ?? Stored?.Position ?? 0, scope.At, scope.Actor.MemberId, IsDeleted);

    public bool IsFieldChanged(FieldModel field) => Stored is null || IsRestored || !Equals(Stored.Values[field.Ordinal], Values[field.Ordinal]);
}
