using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.UI.Extending;

/// <summary>
/// A record while somebody edits it: what was typed (even where it cannot be read), the lines of its sub-tables, and what
/// is wrong with them. It changes nothing itself; <see cref="ToInput"/> goes through the save pipeline.
/// </summary>
public sealed partial class RecordDraft
{
    private readonly DraftField[] _fields;
    private readonly RecordRow? _stored;
    private readonly List<Diagnostic> _diagnostics = [];

    private RecordDraft(FormModel form, RecordRow? stored, IEnumerable<DraftField> fields)
    {
        Form = form;
        _stored = stored;
        Id = stored?.Id;
        Version = stored?.Version;
        Before = stored is null ? null : new ArrayRow([.. stored.Values]);
        _fields = [.. fields];
    }

    public FormModel Form { get; }

    public long? Id { get; }

    public long? Version { get; }

    public bool IsNew => Id is null;

    /// <summary>What the viewer may do with the record; null where nothing is limited.</summary>
    public RecordRights? Rights { get; private set; }

    /// <summary>The stored values, for formulas that ask for them; null for a new record.</summary>
    public IFormulaRow? Before { get; }

    public bool IsDirty => _fields.Any(entry => entry.IsDirty);

    /// <summary>What is wrong with the record as a whole, or in a place that it does not show.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Whether anything is wrong anywhere, the lines included.</summary>
    public bool HasErrors => _diagnostics.Exists(IsError) || Array.Exists(_fields, entry => entry.HasErrors);

    /// <summary>What people see of the record without its sub-tables, as of a line.</summary>
    public DraftLook Look => new(_fields.SelectMany(entry => entry.Seen).Concat(_diagnostics));

    /// <summary>As typed or stored.</summary>
    public InputValue this[FieldModel field] => Find(field).Input;

    /// <summary>Whether something is wrong with the field, its parts or its lines.</summary>
    public bool HasErrorsIn(FieldModel field) => Find(field).HasErrors || field.Parts.Any(HasErrorsIn);

    /// <summary>What people see of the field and its parts. That of a sub-table is never the same: it draws itself, a line at a time.</summary>
    public DraftLook LookOf(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(field.Lines is null ? [.. Find(field).Seen, .. field.Parts.Concat(ReadBy(field)).SelectMany(read => Find(read).Seen)] : [new()]);
    }

    /// <summary>A record that is not stored yet, with its defaults.</summary>
    public static RecordDraft New(FormModel form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(form, null, form.Fields.Select(field => new DraftField(field, InputValue.Of(field.Default), null, [])));
    }

    /// <summary>A new record that refers to others from the start; leaving it as it is loses nothing.</summary>
    /// <param name="references">Titles by reference field, or list of references, and id.</param>
    /// <param name="values">What other fields hold from the start.</param>
    public static RecordDraft New(
        FormModel form, IReadOnlyDictionary<FieldModel, RecordReference> references, IReadOnlyDictionary<FieldModel, InputValue>? values = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(references);
        return new(form, null, form.Fields.Select(field => references.TryGetValue(field, out var filled)
            ? Refer(field, filled)
            : new(field, values?.TryGetValue(field, out var given) == true ? given : InputValue.Of(field.Default), null, [])));
    }

    /// <param name="row">With all stored fields of its form.</param>
    /// <param name="lines">By key of the sub-table; a sub-table that is missing has no lines.</param>
    public static RecordDraft From(RecordRow row, IReadOnlyDictionary<string, IReadOnlyList<RecordRow>>? lines = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Form, row, row.Form.Fields.Select(field => Take(row, field, lines?.GetValueOrDefault(field.Key) ?? [])));
    }

    /// <summary>The title of the record, or name of the member, that a field refers to; those of a list as one text.</summary>
    public string? TitleOf(FieldModel field) => Find(field) is { Model.IsList: true } list ? list.DescribeItems() : Find(field).Title;

    /// <summary>The title or name of one item of a list; null when nobody has said.</summary>
    public string? ItemTitleOf(FieldModel field, long id) => Find(field).ItemTitles.GetValueOrDefault(id);

    /// <summary>Remembers what a picker has shown.</summary>
    public void SetItemTitle(FieldModel field, long id, string title) => Find(field).ItemTitles[id] = title;

    /// <summary>What is shown of a value of which the viewer gets no more; its input is blank, and whatever else he saves it stays.</summary>
    public string? MaskOf(FieldModel field) => _stored?.MaskOf(field);

    /// <summary>Whether the field is out of view.</summary>
    public bool IsHidden(FieldModel field) => Find(WholeOf(field)).IsHidden || AccessTo(field) == FieldAccess.Hidden;

    /// <summary>Whether the field must be filled in as things stand.</summary>
    public bool IsRequired(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.IsRequired || ((field.Whole is null || field.IsRequiredPart) && Find(WholeOf(field)).IsRequired);
    }

    /// <summary>Whether the field must stay as it was.</summary>
    public bool IsReadOnly(FieldModel field) => Find(WholeOf(field)).IsReadOnly || AccessTo(field) < FieldAccess.Edit;

    /// <summary>Whether the editor takes nothing: what was changed before the field became read-only can still be put back.</summary>
    public bool IsLocked(FieldModel field) => IsReadOnly(field) && !HasNewInput(field);

    /// <summary>The same draft, of whose fields the viewer gets what his rights give; lines that are added later included.</summary>
    public RecordDraft For(RecordRights rights)
    {
        Rights = rights;
        foreach (var line in _fields.SelectMany(field => field.Lines))
        {
            line.For(rights);
        }

        return this;
    }

    /// <summary>What the input means; blank where it cannot be read, and where a hidden field is cleared. While somebody types, it is what stands in the box so far.</summary>
    public Value ValueOf(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Conditions?.Clearing is not null && IsHidden(field))
        {
            return Value.Blank(field.Kind);
        }

        var diagnostics = new DiagnosticBag();
        var value = field.Type.Read(Find(field).Typed ?? Find(field).Input, field.Settings, field.Key, diagnostics);
        return diagnostics.HasErrors ? Value.Blank(field.Kind) : value;
    }

    /// <summary>Whether somebody entered something since the page was opened, or a computed value became another.</summary>
    public bool IsTouched(FieldModel field) => Find(field).IsTouched;

    public IReadOnlyList<Diagnostic> DiagnosticsOf(FieldModel field) => Find(field).Diagnostics;

    /// <summary>Takes what was entered; what was wrong with the field before is forgotten.</summary>
    public void Set(FieldModel field, InputValue input, string? title = null) => Set(field, input, title, []);

    /// <summary>Takes what was entered together with what is wrong with it.</summary>
    public void Set(FieldModel field, InputValue input, string? title, IEnumerable<Diagnostic> diagnostics)
    {
        var entry = Find(field);
        entry.Take(input);
        entry.Title = title;
        entry.Diagnostics.Clear();
        entry.Diagnostics.AddRange(diagnostics);
    }

    /// <summary>Takes what was entered as every editor does: a readable value in its canonical form, anything else as it was entered, with what is wrong with it.</summary>
    public void Enter(FieldModel field, InputValue input, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(field);
        var diagnostics = new DiagnosticBag();
        var value = field.Type.Read(input, field.Settings, field.Key, diagnostics);
        var isRead = !diagnostics.HasErrors;
        if (isRead && !value.IsBlank)
        {
            field.Type.Check(value, field.Settings, field.Key, diagnostics);
        }

        Set(field, isRead ? InputValue.Of(value) : input, title, diagnostics.Items);
    }

    /// <returns>Puts back what stands in the field now.</returns>
    public Action Remember(FieldModel field) => Find(field).Remember();

    /// <summary>What stands in a box in which somebody is still typing; formulas see it, the input changes when the box is left.</summary>
    public void Preview(FieldModel field, InputValue typed) => Find(field).Typed = typed;

    /// <summary>What was entered of a field, a box that is still being typed in included; null where nobody has entered anything.</summary>
    internal FieldEntry? EntryOf(FieldModel field) => Find(field) is { IsEntered: true } entry && (entry.IsEntering || (IsNew && !entry.Input.IsBlank))
        ? new(entry.Typed ?? entry.Input, entry.Original, entry.Title, entry.ItemTitles)
        : null;

    /// <summary>As it was before anybody entered anything.</summary>
    internal InputValue OriginalOf(FieldModel field) => Find(field).Original;

    /// <summary>Takes what a formula gave.</summary>
    internal void SetComputed(FieldModel field, Value value, IEnumerable<Diagnostic> diagnostics)
    {
        var entry = Find(field);
        entry.Input = InputValue.Of(value);
        entry.Diagnostics.Clear();
        entry.Diagnostics.AddRange(diagnostics);
    }

    /// <summary>Whether somebody has entered something in the field.</summary>
    internal bool IsEntered(FieldModel field) => Find(field).WasEntered;

    /// <summary>Takes what a field is filled with; nobody has entered it, so that leaving it loses nothing.</summary>
    /// <param name="from">The record that it comes from, which knows the titles of what it refers to.</param>
    internal void SetProposed(FieldModel field, Value value, (RecordDraft Record, FieldModel Field)? from, IEnumerable<Diagnostic> diagnostics)
    {
        var entry = Find(field);
        entry.Propose(InputValue.Of(value), isChosen: field.Proposal is FieldProposal.Fill);
        entry.Title = from?.Record.Find(from.Value.Field).Title;
        foreach (var (id, title) in from?.Record.Find(from.Value.Field).ItemTitles ?? [])
        {
            entry.ItemTitles[id] = title;
        }

        entry.Diagnostics.Clear();
        entry.Diagnostics.AddRange(diagnostics);
    }

    internal void SetHidden(FieldModel field, bool isHidden) => Find(field).IsHidden = isHidden;

    /// <summary>Whether an option may not be chosen as things stand.</summary>
    public bool IsWithheld(FieldModel field, string option) => Find(field).Withheld.Contains(option);

    internal void SetWithheld(FieldModel field, IReadOnlySet<string> options) => Find(field).Withheld = options;

    internal void SetRequired(FieldModel field, bool isRequired) => Find(field).IsRequired = isRequired;

    internal void SetReadOnly(FieldModel field, bool isReadOnly) => Find(field).IsReadOnly = isReadOnly;

    /// <summary>Whether the field, or one of its parts, holds something else than when the page was opened.</summary>
    internal bool HasNewInput(FieldModel field) => WholeOf(field).Parts.Append(field).Any(part => Find(part).HasNewInput);

    /// <summary>Forgets which conditions were not met; of the lines too.</summary>
    internal void ClearVerdicts()
    {
        _diagnostics.RemoveAll(IsVerdict);
        foreach (var field in _fields)
        {
            field.Diagnostics.RemoveAll(IsVerdict);
            field.Lines.ForEach(line => line.ClearVerdicts());
        }
    }

    /// <param name="field">Null for the record as a whole.</param>
    internal void AddVerdict(FieldModel? field, Diagnostic verdict) => (field is null ? _diagnostics : Find(field).Diagnostics).Add(verdict);

    /// <summary>Every field and every line, except new lines into which nobody has written anything.</summary>
    public RecordInput ToInput() => new()
    {
        Id = Id,
        Version = Version,
        Values = _fields.Where(field => field.IsEntered).ToDictionary(field => field.Model.Key, field => field.Input),
        Lines = _fields.Where(field => field.Model.Lines is not null).ToDictionary(field => field.Model.Key, field => field.ToLineInputs()),
    };

    /// <summary>Replaces everything that is wrong, each at its place: <c>customer</c>, <c>lines[2].product</c>, as counted in <see cref="ToInput"/>.</summary>
    public void SetDiagnostics(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ClearDiagnostics();
        foreach (var diagnostic in diagnostics)
        {
            Place(diagnostic, DraftPath.Parse(diagnostic.Path));
        }
    }

    private static DraftField Take(RecordRow row, FieldModel field, IReadOnlyList<RecordRow> lines) => field.IsReadable
        ? new(field, InputValue.Of(row[field]), row.TitleOf(field), []) { ItemTitles = TitlesOf(row, field) }
        : new(field, InputValue.Blank, null, lines.Select(line => From(line)));

    /// <summary>What a button shows depends on the fields that it takes along.</summary>
    private static IEnumerable<FieldModel> ReadBy(FieldModel field)
        => field.Shape is FieldShape.Action action ? action.Does.Reads.Select(field.Form.Find).OfType<FieldModel>() : [];

    private static DraftField Refer(FieldModel field, RecordReference reference)
    {
        var id = InputValue.Of((decimal)reference.Id);
        return new(field, field.IsList ? InputValue.Of([id]) : id, reference.Title, []) { ItemTitles = { [reference.Id] = reference.Title } };
    }

    private static Dictionary<long, string> TitlesOf(RecordRow row, FieldModel field)
        => row.TitlesOf(field) is { Count: > 0 } titles ? row[field].AsItems().Cast<long>().Zip(titles).ToDictionary() : [];

    private static bool IsVerdict(Diagnostic diagnostic) => diagnostic.Code
        is LogicDiagnostics.ValidationCode or RecordDiagnostics.ReadOnlyCode or LogicDiagnostics.OptionNotOfferedCode or LogicDiagnostics.ReferenceLimitedCode;

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == Severity.Error;

    private FieldAccess AccessTo(FieldModel field) => Rights?.Of(WholeOf(field)) ?? FieldAccess.Edit;

    private static FieldModel WholeOf(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Whole ?? field;
    }

    private DraftField Find(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return _fields[field.Ordinal];
    }

    private void ClearDiagnostics()
    {
        _diagnostics.Clear();
        foreach (var field in _fields)
        {
            field.Diagnostics.Clear();
            field.Lines.ForEach(line => line.ClearDiagnostics());
        }
    }

    private void Place(Diagnostic diagnostic, DraftPath path)
    {
        if (Form.Find(path.Field) is not { } field)
        {
            _diagnostics.Add(diagnostic);
        }
        else if (path.Line is { } index && Find(field).EnteredLines.ElementAtOrDefault(index) is { } line)
        {
            line.Place(diagnostic, new(path.LineField, null, ""));
        }
        else
        {
            Find(field).Diagnostics.Add(diagnostic);
        }
    }
}
