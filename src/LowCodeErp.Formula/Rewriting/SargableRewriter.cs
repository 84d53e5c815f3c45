using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions.Dates;
using LowCodeErp.Formula.Functions.Logic;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Rewriting;

/// <summary>
/// Puts conditions into a form that an index can serve: a bare field on one side, what is the same for every record on the
/// other. DAYS(TODAY(), [due]) >= 7 becomes [due] &lt;= TODAY() - 7, YEAR([due]) = 2024 a range of days. The value stays the
/// same for every record, blanks and failures included; what cannot be rewritten so stays as it is.
/// </summary>
internal static class SargableRewriter
{
    private const int MostItems = 20;

    public static BoundNode Rewrite(BoundNode node)
        => Find(node, negated: false) ?? (Operands(node) is { } operands ? RewriteAnd(operands) : BoundTree.MapChildren(node, Rewrite));

    private static BoundNode? Find(BoundNode node, bool negated) => node switch
    {
        BoundNode.Unary { Operator: UnaryOperator.Not, Operand: var operand } => Find(operand, !negated),
        BoundNode.Call { Function: Not, Arguments: [var operand] } => Find(operand, !negated),
        BoundNode.Binary binary when OperatorTable.IsComparison(binary.Operator) => FindComparison(binary, negated),
        BoundNode.Call { Function: Between } call => FindBetween(call, negated),
        BoundNode.Call { Function: In } call => FindIn(call, negated),
        _ => null,
    };

    private static BoundNode? FindComparison(BoundNode.Binary binary, bool negated)
        => Isolation.TryIsolate(binary.Left, binary.Operator, binary.Right, negated)
            ?? Isolation.TryIsolate(binary.Right, Comparison.Mirror(binary.Operator), binary.Left, negated);

    private static BoundNode? FindBetween(BoundNode.Call call, bool negated)
        => Isolation.TryIsolate(call.Arguments[0], BinaryOperator.GreaterOrEqual, call.Arguments[1], negated) is { } from
            && Isolation.TryIsolate(call.Arguments[0], BinaryOperator.LessOrEqual, call.Arguments[2], negated) is { } to
            ? Join([from, to], isAnd: !negated)
            : null;

    private static BoundNode? FindIn(BoundNode.Call call, bool negated)
    {
        if (call.Arguments.Count > MostItems || call.Arguments[^1].Type.Kind == FormulaTypeKind.List)
        {
            return null;
        }

        var tests = call.Arguments.Skip(1).Select(item => Isolation.TryIsolate(call.Arguments[0], BinaryOperator.Equal, item, negated)).ToArray();
        return tests.Contains(null) ? null : Join(tests!, isAnd: negated);
    }

    /// <summary>Tests of one value: it fails in all of them or in none, so that one guard stands for all.</summary>
    private static BoundNode Join(IReadOnlyList<BoundNode> tests, bool isAnd)
    {
        var values = tests.Select(test => test is BoundNode.Guarded guarded ? guarded.Value : test).Aggregate(isAnd ? Conditions.And : Conditions.Or);
        return tests[0] is BoundNode.Guarded { FailsWhen: var failsWhen } ? new BoundNode.Guarded(values, failsWhen) : values;
    }

    /// <summary>YEAR([day]) = 2024 AND MONTH([day]) = 5 is one range of days.</summary>
    private static BoundNode RewriteAnd(IEnumerable<BoundNode> conditions)
    {
        var operands = conditions.SelectMany(Flatten).ToList();
        for (var index = 0; index < operands.Count; index++)
        {
            MergeInto(operands, index);
        }

        return operands.Select(Rewrite).Aggregate(Conditions.And);
    }

    /// <summary>Conditions may change places only with such as cannot fail: what stands behind one that can is not asked before it.</summary>
    private static void MergeInto(List<BoundNode> operands, int index)
    {
        for (var other = index + 1; other < operands.Count && !Certainty.CanFail(operands[other]); other++)
        {
            if ((PartOfYear.TryMerge(operands[index], operands[other]) ?? PartOfYear.TryMerge(operands[other], operands[index])) is { } range)
            {
                operands[index] = range;
                operands.RemoveAt(other);
                return;
            }
        }
    }

    private static IEnumerable<BoundNode> Flatten(BoundNode node) => Operands(node)?.SelectMany(Flatten) ?? [node];

    private static IReadOnlyList<BoundNode>? Operands(BoundNode node) => node switch
    {
        BoundNode.Binary { Operator: BinaryOperator.And } binary => [binary.Left, binary.Right],
        BoundNode.Call { Function: And, Arguments.Count: > 1 } call when call.Arguments[0].Type.Kind == FormulaTypeKind.Boolean => call.Arguments,
        _ => null,
    };
}
