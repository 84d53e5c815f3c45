using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions.Dates;
using LowCodeErp.Formula.Functions.Logic;
using LowCodeErp.Formula.Rewriting;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Analysis;

/// <summary>Finds the comparisons of single fields in conditions, and on the way every boundary of every field.</summary>
internal sealed class ConditionReader(TimeZoneInfo zone, Func<FieldPath, FieldDomain?> domains)
{
    private readonly Dictionary<FieldPath, Axis> _axes = [];

    public IReadOnlyCollection<Axis> Axes => _axes.Values;

    public Test Read(BoundNode node) => node switch
    {
        BoundNode.Literal literal => new Test.Constant(literal.Value is true),
        BoundNode.Field { Type.Kind: FormulaTypeKind.Boolean } field => Compare(field, BinaryOperator.Equal, true),
        BoundNode.Unary { Operator: UnaryOperator.Not } not => new Test.Not(Read(not.Operand)),
        BoundNode.Binary { Operator: BinaryOperator.And } and => Test.If.And(Read(and.Left), Read(and.Right)),
        BoundNode.Binary { Operator: BinaryOperator.Or } or => Test.If.Or(Read(or.Left), Read(or.Right)),
        BoundNode.Binary binary when OperatorTable.IsComparison(binary.Operator) => ReadComparison(binary),
        BoundNode.Guarded guarded => new Test.Guard(Read(guarded.Value), Read(guarded.FailsWhen)),
        BoundNode.Call call => ReadCall(call),
        _ => Opaque(node),
    };

    private static Test.Opaque Opaque(BoundNode node) => new(Certainty.CanFail(node));

    private Test ReadCall(BoundNode.Call call) => call switch
    {
        { Function: And, Arguments: [{ Type.Kind: FormulaTypeKind.Boolean }, ..] } => call.Arguments.Select(Read).Reverse().Aggregate((rest, first) => Test.If.And(first, rest)),
        { Function: Or, Arguments: [{ Type.Kind: FormulaTypeKind.Boolean }, ..] } => call.Arguments.Select(Read).Reverse().Aggregate((rest, first) => Test.If.Or(first, rest)),
        { Function: Not, Arguments: [var operand] } => new Test.Not(Read(operand)),
        { Function: If, Type.Kind: FormulaTypeKind.Boolean, Arguments: [var test, var whenTrue, var whenFalse] } => new Test.If(Read(test), Read(whenTrue), Read(whenFalse)),
        { Function: IsBlank, Arguments: [BoundNode.Field field] } when IsAnalysed(field) => new Test.IsBlank(AxisOf(field)),
        { Function: Between, Arguments: [BoundNode.Field field, var from, var to] } when FindPoint(from) is { } low && FindPoint(to) is { } high && IsAnalysed(field)
            => Test.If.And(Compare(field, BinaryOperator.GreaterOrEqual, low), Compare(field, BinaryOperator.LessOrEqual, high)),
        { Function: In, Arguments: [BoundNode.Field field, ..] } when IsAnalysed(field) => ReadIn(call, field),
        _ => Opaque(call),
    };

    private Test ReadIn(BoundNode.Call call, BoundNode.Field field)
    {
        var items = call.Arguments[1] is BoundNode.List list ? list.Items : call.Arguments.Skip(1);
        var points = items.Select(FindPoint).ToArray();
        return points.Contains(null)
            ? Opaque(call)
            : points.Select(point => (Test)Compare(field, BinaryOperator.Equal, point!.Value)).Aggregate(Test.If.Or);
    }

    private Test ReadComparison(BoundNode.Binary binary) => (binary.Left, binary.Right) switch
    {
        (BoundNode.Field field, var bound) when IsAnalysed(field) => ReadComparison(binary, field, binary.Operator, bound),
        (var bound, BoundNode.Field field) when IsAnalysed(field) => ReadComparison(binary, field, Comparison.Mirror(binary.Operator), bound),
        _ => Opaque(binary),
    };

    private Test ReadComparison(BoundNode.Binary binary, BoundNode.Field field, BinaryOperator comparison, BoundNode bound) => bound switch
    {
        BoundNode.Literal { Value: null } => comparison switch
        {
            BinaryOperator.Equal => new Test.IsBlank(AxisOf(field)),
            BinaryOperator.NotEqual => new Test.Not(new Test.IsBlank(AxisOf(field))),
            _ => new Test.Constant(false),
        },
        _ => FindPoint(bound) is { } point ? Compare(field, comparison, point) : Opaque(binary),
    };

    private Test.Compare Compare(BoundNode.Field field, BinaryOperator comparison, object value) => Compare(field, comparison, Point.Of(value, zone));

    private Test.Compare Compare(BoundNode.Field field, BinaryOperator comparison, Point point)
    {
        var axis = AxisOf(field);
        axis.Add(point);
        return new(axis, comparison, point);
    }

    /// <summary>A value of the record itself, not of the item of a list.</summary>
    private static bool IsAnalysed(BoundNode.Field field)
        => field.Scope.Item is null && !field.Path.Last.IsList && field.Path.Last.Kind is not (ValueKind.Table or ValueKind.Time);

    private Axis AxisOf(BoundNode.Field field)
        => _axes.TryGetValue(field.Path, out var known) ? known : _axes[field.Path] = new Axis(field.Path, domains(field.Path) ?? FieldDomain.Anything);

    /// <summary>The boundary that an expression is, where it is known or lies at a fixed distance from today or now.</summary>
    private Point? FindPoint(BoundNode node) => node switch
    {
        BoundNode.Literal { Value: { } value } => Point.Of(value, zone),
        BoundNode.Call { Function: Today } => new(Anchor.Today, 0),
        BoundNode.Call { Function: Now } => new(Anchor.Now, 0),
        BoundNode.Conversion { Type.Kind: FormulaTypeKind.DateTime, Operand.Type.Kind: FormulaTypeKind.Date } conversion => StartOf(FindPoint(conversion.Operand)),
        BoundNode.Conversion { Type.Kind: FormulaTypeKind.Date, Operand: BoundNode.Call { Function: Now } } => new(Anchor.Today, 0),
        BoundNode.Binary { Type.Kind: FormulaTypeKind.Date or FormulaTypeKind.DateTime } sum when SafeDays.Contains(sum) => Moved(sum),
        _ => ExactNumbers.Fold(node) is { } number ? Point.Of(number, zone) : null,
    };

    private Point? StartOf(Point? day) => day switch
    {
        { Anchor: Anchor.Today } today => today with { Anchor = Anchor.StartOfToday },
        { Constant: DateOnly known } => Point.Of(Compilation.LocalTime.StartOfDay(known, zone), zone),
        _ => null,
    };

    private Point? Moved(BoundNode.Binary sum)
    {
        var days = ExactNumbers.Fold(sum.Right) * (sum.Operator == BinaryOperator.Subtract ? -1 : 1);
        return (FindPoint(sum.Left), days) switch
        {
            ({ Anchor: Anchor.Today } today, { } count) when decimal.IsInteger(count) => today with { Value = today.Value + count },
            ({ Anchor: Anchor.Now } now, { } count) => now with { Value = now.Value + Math.Round(count * 86_400_000) * TimeSpan.TicksPerMillisecond },
            _ => null,
        };
    }
}
