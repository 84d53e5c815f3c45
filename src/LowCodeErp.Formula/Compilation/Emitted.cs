using System.Linq.Expressions;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// The meaning of a node. A failing operation has no value, and so has everything computed from it, until something asks
/// (IFERROR, ISBLANK). Databases know no such value, so that the test for it travels beside the value: the whole formula
/// becomes CASE WHEN failure THEN NULL ELSE value END, which a planner may not reorder.
/// </summary>
/// <param name="Failure">True when the node fails; null when it cannot.</param>
internal sealed record Emitted(Expression Value, Expression? Failure = null);
