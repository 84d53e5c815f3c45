using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>
/// Live formulas and rollups read fields of other forms, which may be computed from fields of this one. Refuses circles and long
/// chains across forms, and ranks the fields by them; <see cref="FormulaOrder"/> sees to those within one form, and what it refused is not told of again.
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
            field.Rank = Visit(field);
        }
    }

    private int Visit(FieldModel field)
    {
        var start = _path.IndexOf(field);
        if (start >= 0)
        {
            var circle = _path.Skip(start).Append(field).Select(step => $"{step.Form.Label.Chinese}.{step.Label.Chinese}");
            diagnostics.Add(LogicDiagnostics.Circle(PlaceOf(field), string.Join(" → ", circle)));
            return 0;
        }

        if (_layers.TryGetValue(field, out var known))
        {
            return known;
        }

        _path.Add(field);
        var layers = field.Sources.Where(source => source.IsComputed).Select(Visit).DefaultIfEmpty().Max() + 1;
        _path.RemoveAt(_path.Count - 1);
        _layers[field] = layers;
        if (layers == FormulaOrder.MostLayers + 1)
        {
            diagnostics.Add(LogicDiagnostics.TooDeep(PlaceOf(field), field.Label, FormulaOrder.MostLayers));
        }

        return layers;
    }

    private string PlaceOf(FieldModel field) => computed[field].At(field, field.Rollup is null ? ".formula" : ".settings");
}
