using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.UI.Extending;

/// <summary>
/// The logic of a form at work on a draft, with the very formulas and conditions that run again when the record is saved. The
/// page that edits the draft cascades it to the editors.
/// </summary>
/// <param name="createContext">What formulas know besides the record, at the moment of the call.</param>
/// <param name="refresh">After something was computed that nobody has asked for by leaving a field.</param>
public sealed class DraftLogic(RecordDraft draft, Func<EvaluationContext> createContext, Action refresh)
{
    /// <summary>Short enough to look immediate, long enough that a fast typist computes once a word.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

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
    /// somebody has entered.
    /// </summary>
    public void Run()
    {
        var (context, row, hidden) = (createContext(), new DraftRow(draft), HiddenFields());
        draft.ClearVerdicts();
        foreach (var subTable in draft.Form.SubTables)
        {
            var entered = draft.EnteredLinesOf(subTable).ToHashSet();
            foreach (var line in draft.LinesOf(subTable))
            {
                Run(line, new(line, row), context, entered.Contains(line));
            }
        }

        Run(draft, row, context, isEntered: true);
        TellChanges(hidden);
    }

    /// <summary>After a keystroke; runs once the typist pauses.</summary>
    public async Task TypedAsync()
    {
        var keystroke = ++_keystrokes;
        await Task.Delay(Pause);
        if (keystroke == _keystrokes)
        {
            Run();
            refresh();
        }
    }

    /// <summary>How the value of a computed field came about, a step a line.</summary>
    /// <param name="record">The draft or one of its lines.</param>
    public string Explain(RecordDraft record, FieldFormula formula, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(formula);
        return formula.Formula.WithLabels(culture).Explain(new DraftRow(record), createContext()).ToText(culture);
    }

    private HashSet<FieldModel> HiddenFields() => [.. draft.Form.Fields.Where(field => field.Whole is null && draft.IsHidden(field))];

    private void TellChanges(HashSet<FieldModel> before)
    {
        var after = HiddenFields();
        JustShown = _hasRun ? [.. before.Except(after)] : [];
        JustHidden = _hasRun ? [.. after.Except(before)] : [];
        _hasRun = true;
    }

    /// <param name="isEntered">Not of a line into which nobody has written anything: it only takes on its looks.</param>
    private static void Run(RecordDraft record, DraftRow row, EvaluationContext context, bool isEntered)
    {
        var change = context.During(record.Before, record.IsNew);
        foreach (var step in record.Form.Logic.Steps)
        {
            if (step is FieldFormula formula && isEntered)
            {
                Compute(record, row, formula, context);
            }
            else if (step is FieldCondition condition)
            {
                record.SetHidden(condition.Field, !condition.Holds(row, change));
            }
        }

        foreach (var conditions in record.Form.Logic.Conditions)
        {
            Apply(conditions, record, row, change);
        }

        if (isEntered)
        {
            Check(record, row, change);
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

    private static void Check(RecordDraft record, DraftRow row, EvaluationContext change)
    {
        foreach (var validation in record.Form.Logic.Validations.Where(validation => IsAsked(record, validation)))
        {
            if (validation.Check(row, change, "") is { } verdict)
            {
                record.AddVerdict(validation.Field, verdict);
            }
        }
    }

    private static void Compute(RecordDraft record, DraftRow row, FieldFormula formula, EvaluationContext context)
    {
        var (field, diagnostics) = (formula.Field, new DiagnosticBag());
        var value = formula.Calculate(row, context, field.Key, diagnostics);
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
        var read = form.Logic.Reads;
        var columns = read.SelectMany(field => field.Lines?.Fields ?? []).Concat(form.SubTables.SelectMany(field => FieldsReadBy(field.Lines!)));
        return read.Concat(columns).Where(field => field is { Shape: FieldShape.Column, IsComputed: false });
    }
}
