using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Functions;

/// <summary>Why a call cannot run in a database although its function can.</summary>
internal static class SetObstacles
{
    /// <summary>A column of a table cannot be put together with other values into one list, nor be looked for in another list.</summary>
    public static LocalizedText? OfMixedLists(BoundNode.Call call)
    {
        var first = call.Signature.HasSpread ? call.Signature.Leading.Count - 1 : call.Arguments.Count;
        var isLookedFor = call.Arguments.Take(first).Any(argument => argument.Type.Kind == FormulaTypeKind.List);
        var spread = call.Arguments.Skip(first).ToArray();
        return spread.Any(IsFromTable) && (spread.Length > 1 || isLookedFor)
            ? new("子表或关联数据的一列不能和其他值放在同一个列表里，请分开计算。", "A column of a sub-table or of related records cannot share a list with other values; compute them separately.")
            : null;
    }

    public static LocalizedText? OfPosition(BoundNode position) => Certainty.IsFixedPerRun(position)
        ? null
        : new("第几个必须直接写在公式里，例如 2，不能取自字段。", "The position has to be written in the formula, such as 2; it cannot come from a field.");

    /// <summary>Items chosen from values that are written out are a table of the command, and no database makes such a table of what comes out of another.</summary>
    public static LocalizedText? OfChosenInChosen(BoundNode.Call call) => ChosenValues(call) is { } chosen && chosen.Walk().OfType<BoundNode.Call>().Any(TakesChosenValues)
        ? new(
            "从列表里挑选（FILTER）或换算（MAP）出来的值不能再放进另一个这样的列表，请先加一个计算字段。",
            "What was chosen (FILTER) or computed (MAP) from a list cannot be an item of another such list; add a computed field first.")
        : null;

    private static bool TakesChosenValues(BoundNode.Call call) => call.Function is Lists.Item or Texts.TextJoin or Texts.Concatenate && ChosenValues(call) is not null;

    private static BoundNode? ChosenValues(BoundNode.Call call)
        => call.Arguments.FirstOrDefault(argument => Unconverted(argument) is BoundNode.Call { Type.Kind: FormulaTypeKind.List } && !IsFromTable(argument));

    private static BoundNode Unconverted(BoundNode node) => node is BoundNode.Conversion conversion ? Unconverted(conversion.Operand) : node;

    /// <summary>The values of a table's column, chosen from or converted perhaps.</summary>
    private static bool IsFromTable(BoundNode node) => node switch
    {
        BoundNode.Column => true,
        BoundNode.Call call => call.Type.Kind == FormulaTypeKind.List && call.Arguments.Count > 0 && IsFromTable(call.Arguments[0]),
        BoundNode.Conversion conversion => IsFromTable(conversion.Operand),
        _ => false,
    };
}
