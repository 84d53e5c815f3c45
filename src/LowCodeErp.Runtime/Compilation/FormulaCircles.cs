using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// Live formulas read fields of other forms, which may be computed from fields of this one. Refuses circles and long chains
/// across forms; <see cref="FormulaOrder"/> sees to those within one form, and what it refused is not told of again.
/// </summary>
internal sealed class FormulaCircles(IReadOnlyDictionary<FieldModel, CompiledForm> computed, DiagnosticBag diagnostics)
{
    private readonly Dictionary<FieldModel, int> _layers = [];
    private readonly List<FieldModel> _path = [];

    public void Check()
    {
        if (diagnostics.HasErrors)
        {
            return;
        }

        foreach (var field in computed.Keys)
        {
            Visit(field.Formula!);
        }
    }

    private int Visit(FieldFormula formula)
    {
        var start = _path.IndexOf(formula.Field);
        if (start >= 0)
        {
            var circle = _path.Skip(start).Append(formula.Field).Select(field => $"{field.Form.Label.Chinese}.{field.Label.Chinese}");
            diagnostics.Add(LogicDiagnostics.Circle(PlaceOf(formula), string.Join(" → ", circle)));
            return 0;
        }

        if (_layers.TryGetValue(formula.Field, out var known))
        {
            return known;
        }

        _path.Add(formula.Field);
        var layers = formula.Sources.Select(source => source.Formula).OfType<FieldFormula>().Select(Visit).DefaultIfEmpty().Max() + 1;
        _path.RemoveAt(_path.Count - 1);
        _layers[formula.Field] = layers;
        if (layers == FormulaOrder.MostLayers + 1)
        {
            diagnostics.Add(LogicDiagnostics.TooDeep(PlaceOf(formula), formula.Field.Label, FormulaOrder.MostLayers));
        }

        return layers;
    }

    private string PlaceOf(FieldFormula formula) => computed[formula.Field].At(formula.Field, ".formula");
}
