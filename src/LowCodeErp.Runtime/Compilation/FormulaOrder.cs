using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Logic;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>Puts what decides the values of a form into an order in which each can be computed, and refuses circles and long chains.</summary>
/// <param name="layers">How long the chain below each decided field is, of lines that were sorted before too; filled here.</param>
internal sealed class FormulaOrder(CompiledForm form, Dictionary<FieldModel, int> layers, DiagnosticBag diagnostics)
{
    /// <summary>Formulas that rest on one another, lines and their record counted together.</summary>
    public const int MostLayers = 16;

    private readonly List<IFieldStep> _ordered = [];
    private readonly Dictionary<FieldModel, IFieldStep> _steps = [];
    private readonly HashSet<FieldModel> _seen = [];
    private readonly List<FieldModel> _path = [];

    /// <param name="steps">At most one for each field.</param>
    public IReadOnlyList<IFieldStep> Sort(IReadOnlyList<IFieldStep> steps)
    {
        foreach (var step in steps)
        {
            _steps.Add(step.Field, step);
        }

        foreach (var step in steps)
        {
            Visit(step);
        }

        return _ordered;
    }

    private void Visit(IFieldStep step)
    {
        var start = _path.IndexOf(step.Field);
        if (start >= 0)
        {
            var circle = _path.Skip(start).Append(step.Field).Select(field => field.Label.Chinese);
            diagnostics.Add(LogicDiagnostics.Circle(form.At(step.Field, "." + step.Member), string.Join(" → ", circle)));
            return;
        }

        if (!_seen.Add(step.Field))
        {
            return;
        }

        _path.Add(step.Field);
        foreach (var read in step.Reads.Select(field => _steps.GetValueOrDefault(field.Whole ?? field)).OfType<IFieldStep>())
        {
            Visit(read);
        }

        _path.RemoveAt(_path.Count - 1);
        _ordered.Add(step);
        layers[step.Field] = step.Reads.Select(LayersOf).DefaultIfEmpty().Max() + 1;
        if (layers[step.Field] > MostLayers)
        {
            diagnostics.Add(LogicDiagnostics.TooDeep(form.At(step.Field, "." + step.Member), step.Field.Label, MostLayers));
        }
    }

    /// <summary>A sub-table counts with the longest chain of its lines, whichever of their fields is read.</summary>
    private int LayersOf(FieldModel field)
        => field.Lines is { } lines ? lines.Fields.Select(line => layers.GetValueOrDefault(line)).Max() : layers.GetValueOrDefault(field.Whole ?? field);
}
