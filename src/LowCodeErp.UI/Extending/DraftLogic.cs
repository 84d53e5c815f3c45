using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.UI.Extending;

/// <summary>
/// The logic of a form at work on a draft, with the very formulas and conditions that run again when the record is saved. The
/// page that edits the draft cascades it to the editors.
/// </summary>
/// <param name="createContext">What formulas know besides the record, at the moment of the call.</param>
/// <param name="refresh">After something was computed that nobody has asked for by leaving a field.</param>
/// <param name="readReferred">A stored record that the draft refers to, with its lines; null when there is none.</param>
public sealed class DraftLogic(
    RecordDraft draft, Func<EvaluationContext> createContext, Action refresh, Func<FormModel, long, Task<RecordDraft?>> readReferred)
{
    private readonly ReferredRecords _referred = new(readReferred);
    private readonly DraftProposals _proposals = new();

    /// <summary>Letters that arrive together, since the server was busy or the connection slow, are computed once.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HashSet<FieldModel> _read = [.. FieldsReadBy(draft.Form)];
    private int _keystrokes;
    private bool _hasRun;

    /// <summary>Whether anything follows from the field, so that typing in it is worth following.</summary>
    public bool Reads(FieldModel field) => _read.Contains(field);

    /// <summary>The fields of the record that came into view or went out of it in the last run; none in the first.</summary>
    public IReadOnlyList<FieldModel> JustShown { get; private set; } = [];

    public IReadOnlyList<FieldModel> JustHidden { get; private set; } = [];

    /// <summary>
    /// Computes lines, then the record, says which fields are shown, required and read-only, and asks the conditions of what
    /// somebody has entered. Where a formula reads records that the draft refers to, its field keeps its value until
    /// <see cref="ReadReferredAsync"/> has read them.
    /// </summary>
    public void Run()
    {
        var hidden = HiddenFields();
        RunAll();
        TellChanges(hidden);
    }

    /// <summary>Reads the records that formulas have asked for, and computes what waited for them: no field comes or goes by that.</summary>
    public async Task ReadReferredAsync()
    {
        while (_referred.HasMissing)
        {
            await _referred.ReadAsync();
            RunAll();
            refresh();
        }
    }

    /// <summary>After a keystroke.</summary>
    public async Task TypedAsync()
    {
        var keystroke = ++_keystrokes;
        await Task.Delay(Pause);
        if (keystroke == _keystrokes)
        {
            Run();
            refresh();
            await ReadReferredAsync();
        }
    }

    /// <summary>How the value of a computed field came about, a step a line.</summary>
    /// <param name="record">The draft or one of its lines.</param>
    public string Explain(RecordDraft record, FieldFormula formula, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(formula);
        var row = new DraftRow(draft, _referred);
        return formula.Formula.WithLabels(culture).Explain(record == draft ? row : new DraftRow(record, _referred, row), createContext()).ToText(culture);
    }

    /// <summary>What the records have to meet that a reference may lead to, as the draft stands; null for nothing.</summary>
    public async Task<Condition?> LimitAsync(RecordDraft record, FieldModel reference)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(reference);
        if (reference.Limit is not { } limit)
        {
            return null;
        }

        var (context, row) = (createContext(), new DraftRow(draft, _referred));
        var own = record == draft ? row : new DraftRow(record, _referred, row);
        var filter = limit.ForCandidates(reference.Ordinal, own, context);
        while (_referred.HasMissing)
        {
            await _referred.ReadAsync();
            filter = limit.ForCandidates(reference.Ordinal, own, context);
        }

        return new Condition.Holds(filter, context);
    }

    private HashSet<FieldModel> HiddenFields() => [.. draft.Form.Fields.Where(field => field.Whole is null && draft.IsHidden(field))];

    private void TellChanges(HashSet<FieldModel> before)
    {
        var after = HiddenFields();
        JustShown = _hasRun ? [.. before.Except(after)] : [];
        JustHidden = _hasRun ? [.. after.Except(before)] : [];
        _hasRun = true;
    }

    /// <summary>What is stored is computed everywhere before what is live: a live formula of a line may read its record.</summary>
    private void RunAll()
    {
        var (context, places) = (createContext(), FindPlaces());
        draft.ClearVerdicts();
        // Records before their lines, whose defaults may read them.
        Enumerable.Reverse(places).ToList().ForEach(place => _proposals.Run(place.Record, place.Row, context));
        places.ForEach(place => RunSteps(place, context));
        places.ForEach(place => RunLive(place, context));
        places.ForEach(place => RunConditions(place, context));
    }

    /// <summary>The lines, then the record.</summary>
    private List<Place> FindPlaces()
    {
        var (row, places) = (new DraftRow(draft, _referred), new List<Place>());
        foreach (var subTable in draft.Form.SubTables)
        {
            var entered = draft.EnteredLinesOf(subTable).ToHashSet();
            places.AddRange(draft.LinesOf(subTable).Select(line => new Place(line, new(line, _referred, row), entered.Contains(line))));
        }

        places.Add(new(draft, row, IsEntered: true));
        return places;
    }

    private void RunSteps(Place place, EvaluationContext context)
    {
        var change = context.During(place.Record.Before, place.Record.IsNew);
        foreach (var step in place.Record.Form.Logic.Steps)
        {
            if (step is FieldFormula formula && place.IsEntered)
            {
                Compute(place.Record, place.Row, formula, context);
            }
            else if (step is FieldCondition condition)
            {
                place.Record.SetHidden(condition.Field, !condition.Holds(place.Row, change));
            }
        }
    }

    private void RunLive(Place place, EvaluationContext context)
    {
        foreach (var formula in place.Record.Form.Logic.LiveFormulas.Where(_ => place.IsEntered))
        {
            Compute(place.Record, place.Row, formula, context);
        }
    }

    private void RunConditions(Place place, EvaluationContext context)
    {
        var change = context.During(place.Record.Before, place.Record.IsNew);
        foreach (var conditions in place.Record.Form.Logic.Conditions)
        {
            Apply(conditions, place.Record, place.Row, change);
        }

        foreach (var limits in place.Record.Form.Logic.OptionLimits)
        {
            Withhold(limits, place.Record, place.Row, change);
        }

        if (place.IsEntered)
        {
            Check(place.Record, place.Row, change);
        }
    }

    private static void Apply(FieldConditions conditions, RecordDraft record, DraftRow row, EvaluationContext change)
    {
        var field = conditions.Field;
        record.SetHidden(field, !conditions.IsVisible(row, change));
        record.SetRequired(field, conditions.IsRequired(row, change));
        record.SetReadOnly(field, conditions.IsReadOnly(row, change));
        if (record.IsReadOnly(field) && !record.IsHidden(field) && record.HasNewInput(field))
        {
            record.AddVerdict(field, RecordDiagnostics.ReadOnly("", field.Label));
        }
    }

    private static void Withhold(OptionLimits limits, RecordDraft record, DraftRow row, EvaluationContext change)
    {
        var (field, withheld) = (limits.Field, limits.FindWithheld(row, change));
        record.SetWithheld(field, withheld);
        var isAsked = !record.IsHidden(field) && (record.IsTouched(field) || limits.Reads.Any(record.IsTouched));
        if (isAsked && limits.Check(record.ValueOf(field), withheld, "") is { } verdict)
        {
            record.AddVerdict(field, verdict);
        }
    }

    /// <summary>What a condition reads through references may still have to be read; it is asked again then.</summary>
    private void Check(RecordDraft record, DraftRow row, EvaluationContext change)
    {
        foreach (var validation in record.Form.Logic.Validations.Where(validation => validation.IsTypable && IsAsked(record, validation)))
        {
            if (validation.Check(row, change, "") is { } verdict && !(validation.LooksAcross && _referred.HasMissing))
            {
                record.AddVerdict(validation.Field, verdict);
            }
        }
    }

    private void Compute(RecordDraft record, DraftRow row, FieldFormula formula, EvaluationContext context)
    {
        var (field, diagnostics) = (formula.Field, new DiagnosticBag());
        var value = formula.Calculate(row, context, field.Key, diagnostics);
        if (formula.IsLive && _referred.HasMissing)
        {
            return;
        }

        if (!value.IsBlank)
        {
            field.Type.Check(value, field.Settings, field.Key, diagnostics);
        }

        record.SetComputed(field, value, diagnostics.Items);
    }

    /// <summary>Only of what was entered, and not while a field of a new record, which it needs, still waits to be filled in.</summary>
    private static bool IsAsked(RecordDraft record, RecordValidation validation)
        => !(validation.Field is { } field && record.IsHidden(field))
            && validation.Concerns(record.IsTouched)
            && (!record.IsNew || validation.Reads.All(read => record.IsTouched(read) || (read.IsStored && !record.ValueOf(read).IsBlank)));

    private static IEnumerable<FieldModel> FieldsReadBy(FormModel form)
    {
        var read = form.Logic.Reads.Concat(form.Logic.LiveFormulas.SelectMany(formula => formula.Reads.Concat(formula.Sources))).ToHashSet();
        var columns = read.SelectMany(field => field.Lines?.Fields ?? []).Concat(form.SubTables.SelectMany(field => FieldsReadBy(field.Lines!)));
        return read.Concat(columns).Where(field => field is { Shape: FieldShape.Column, IsComputed: false });
    }

    /// <summary>The record or one of its lines.</summary>
    /// <param name="IsEntered">Not a line into which nobody has written anything: it only takes on its looks.</param>
    private sealed record Place(RecordDraft Record, DraftRow Row, bool IsEntered);
}
