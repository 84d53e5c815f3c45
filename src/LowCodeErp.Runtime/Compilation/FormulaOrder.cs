using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>Puts the formulas of a form into an order in which each can be computed, and refuses circles and long chains.</summary>
/// <param name="layers">How long the chain below each computed field is, of lines that were sorted before too; filled here.</param>
internal sealed class FormulaOrder(CompiledForm form, Dictionary<FieldModel, int> layers, DiagnosticBag diagnostics)
{
    /// <summary>Formulas that rest on one another, lines and their record counted together.</summary>
    public const int MostLayers = 16;

    private readonly List<FieldFormula> _ordered = [];
    private readonly HashSet<FieldModel> _seen = [];
    private readonly List<FieldModel> _path = [];

    public IReadOnlyList<FieldFormula> Sort(IReadOnlyList<FieldFormula> formulas)
    {
        foreach (var formula in formulas)
        {
            Visit(formula);
        }

        return _ordered;
    }

    private void Visit(FieldFormula formula)
    {
        var start = _path.IndexOf(formula.Field);
        if (start >= 0)
        {
            var circle = _path.Skip(start).Append(formula.Field).Select(field => field.Label.Chinese);
            diagnostics.Add(LogicDiagnostics.Circle(form.At(formula.Field, ".formula"), string.Join(" → ", circle)));
            return;
        }

        if (!_seen.Add(formula.Field))
        {
            return;
        }

        _path.Add(formula.Field);
        foreach (var read in formula.Reads.Select(field => field.Formula).OfType<FieldFormula>())
        {
            Visit(read);
        }

        _path.RemoveAt(_path.Count - 1);
        _ordered.Add(formula);
        layers[formula.Field] = formula.Reads.Select(LayersOf).DefaultIfEmpty().Max() + 1;
        if (layers[formula.Field] > MostLayers)
        {
            diagnostics.Add(LogicDiagnostics.TooDeep(form.At(formula.Field, ".formula"), formula.Field.Label, MostLayers));
        }
    }

    /// <summary>A sub-table counts with the longest chain of its lines, whichever of their fields is read.</summary>
    private int LayersOf(FieldModel field)
        => field.Lines is { } lines ? lines.Fields.Select(line => layers.GetValueOrDefault(line)).Max() : layers.GetValueOrDefault(field);
}
