using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Binding;

/// <summary>A path on its way: the fields passed so far, and the table among them, whose rows make the result a column.</summary>
/// <param name="isLine">The first field is the table whose line is current, so that the path goes on from that line.</param>
internal sealed class PathWalk(TextSpan span, FieldStep first, RowScope origin, bool isLine)
{
    private readonly List<FieldStep> _written = [first];
    private List<FormulaField> _steps = isLine ? [] : [first.Field];
    private RowScope _scope = origin;
    private BoundNode.Field? _rows;

    public FormulaField Last => _written[^1].Field;

    public FieldName Name => new(
        string.Join('.', _written.Select(step => step.Field.Key)),
        new(
            string.Join('.', _written.Select(step => step.Label.Chinese)),
            string.Join('.', _written.Select(step => step.Label.English ?? step.Label.Chinese))));

    /// <summary>False at a second table: rows of rows have no place in a formula.</summary>
    public bool TryStep(FieldStep next)
    {
        if (Last.Kind == ValueKind.Table && _steps.Count > 0)
        {
            if (_rows is not null || next.Field.Kind == ValueKind.Table)
            {
                return false;
            }

            _rows = new(_scope, new(_steps), Last.Type, span);
            _scope = new(_scope, Last.Type.Schema, Last.Type, _rows);
            _steps = [];
        }

        _written.Add(next);
        _steps.Add(next.Field);
        return true;
    }

    public BoundNode Finish()
    {
        var value = new BoundNode.Field(_scope, new(_steps), Last.Type, span);
        return _rows is null ? value : new BoundNode.Column(_rows, _scope, value, span);
    }
}
