using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

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
    /// <summary>Short enough to look immediate, long enough that a fast typist computes once a word.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HashSet<FieldModel> _read = [.. FieldsReadBy(draft.Form)];
    private int _keystrokes;

    /// <summary>Whether anything follows from the field, so that typing in it is worth following.</summary>
    public bool Reads(FieldModel field) => _read.Contains(field);

    /// <summary>
    /// Computes lines, then the record, and asks the conditions of what somebody has entered. Where a formula reads records that
    /// the draft refers to, its field keeps its value until <see cref="ReadReferredAsync"/> has read them.
    /// </summary>
    public void Run()
    {
        var context = createContext();
        draft.ClearVerdicts();
        foreach (var line in draft.Form.SubTables.SelectMany(draft.EnteredLinesOf))
        {
            Run(line, context);
        }

        Run(draft, context);
    }

    /// <summary>Reads the records that formulas have asked for, and computes what waited for them.</summary>
    public async Task ReadReferredAsync()
    {
        while (_referred.HasMissing)
        {
            await _referred.ReadAsync();
            Run();
            refresh();
        }
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
            await ReadReferredAsync();
        }
    }

    /// <summary>How the value of a computed field came about, a step a line.</summary>
    /// <param name="record">The draft or one of its lines.</param>
    public string Explain(RecordDraft record, FieldFormula formula, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(formula);
        return formula.Formula.WithLabels(culture).Explain(new DraftRow(record, _referred), createContext()).ToText(culture);
    }

    private void Run(RecordDraft record, EvaluationContext context)
    {
        var row = new DraftRow(record, _referred);
        foreach (var formula in record.Form.Logic.Formulas.Concat(record.Form.Logic.LiveFormulas))
        {
            Compute(record, row, formula, context);
        }

        var change = context.During(record.Before, record.IsNew);
        foreach (var validation in record.Form.Logic.Validations.Where(validation => IsAsked(record, validation)))
        {
            if (validation.Check(row, change, "") is { } verdict)
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
        => validation.Concerns(record.IsTouched)
            && (!record.IsNew || validation.Reads.All(field => record.IsTouched(field) || (field.IsStored && !record.ValueOf(field).IsBlank)));

    private static IEnumerable<FieldModel> FieldsReadBy(FormModel form)
    {
        var read = form.Logic.Formulas.Concat(form.Logic.LiveFormulas).SelectMany(formula => formula.Reads).Concat(form.Logic.Validations.SelectMany(validation => validation.Reads)).ToList();
        var columns = read.SelectMany(field => field.Lines?.Fields ?? []).Concat(form.SubTables.SelectMany(field => FieldsReadBy(field.Lines!)));
        return read.Concat(columns).Where(field => field is { Shape: FieldShape.Column, IsComputed: false });
    }
}
