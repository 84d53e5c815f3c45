using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Binding;

/// <summary>What the rest of the system wants to know of a formula without evaluating it.</summary>
/// <param name="Dependencies">Every field that it may read, from the record on: 明细.金额, 客户.等级.</param>
/// <param name="IsVolatile">May change without its record changing, so that it is never stored.</param>
/// <param name="Cost">The size of what is executed, in nodes; an aggregate counts as many.</param>
/// <param name="Sql">The databases that can run it as SQL with the same result.</param>
/// <param name="MemoryOnly">The functions that keep it from running on every database.</param>
/// <param name="Sensitivity">The strictest of all fields that it may read, in conditions and on the way through references too.</param>
public sealed record FormulaFacts(
    IReadOnlyList<FieldPath> Dependencies,
    bool IsVolatile,
    double Cost,
    SqlProviders Sql,
    IReadOnlyList<string> MemoryOnly,
    Sensitivity Sensitivity)
{
    public static FormulaFacts Of(BoundNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var nodes = root.Walk().ToArray();
        var calls = nodes.OfType<BoundNode.Call>().ToArray();
        var inSql = calls.Where(call => !Certainty.IsFixedPerRun(call)).Select(call => call.Function).ToArray();
        var dependencies = nodes.OfType<BoundNode.Field>().Select(FullPath).Distinct().ToArray();
        return new(
            dependencies,
            calls.Any(call => call.Function.IsVolatileWith(call.Arguments.Count)),
            CostEstimate.Of(root).Total,
            inSql.Aggregate(SqlProviders.All, (common, function) => common & function.Sql),
            inSql.Where(function => function.Sql != SqlProviders.All).Select(function => function.Name).Distinct().ToArray(),
            dependencies.SelectMany(path => path.Steps).Select(step => step.Sensitivity).DefaultIfEmpty().Max());
    }

    private static FieldPath FullPath(BoundNode.Field field)
        => field.Scope.Source is { } source ? new([.. FullPath(source).Steps, .. field.Path.Steps]) : field.Path;
}
