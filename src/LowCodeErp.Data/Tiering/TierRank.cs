using System.Linq.Expressions;
using LowCodeErp.Data.Platform;
using LowCodeErp.Metadata.Tiering;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Data.Tiering;

/// <summary>The order of tiers, which their keys need not tell, as expressions. A tier that the model no longer knows comes last.</summary>
internal static class TierRank
{
    /// <summary>0 for the best.</summary>
    public static Expression Of(Expression tier, IReadOnlyList<TierDefinition> tiers) => tiers.Index().Reverse().Aggregate(
        (Expression)Expression.Constant(tiers.Count),
        (rest, known) => Expression.Condition(Expression.Equal(tier, Expression.Constant(known.Item.Key)), Expression.Constant(known.Index), rest));

    /// <summary>The key of the <see cref="TierMove"/> that a change is.</summary>
    public static Expression<Func<TierChange, string>> Move(IReadOnlyList<TierDefinition> tiers)
    {
        var change = Expression.Parameter(typeof(TierChange), "change");
        var (before, after) = (Expression.Property(change, nameof(TierChange.FromTier)), Expression.Property(change, nameof(TierChange.ToTier)));
        var isUp = Expression.LessThan(Of(after, tiers), Of(before, tiers));
        var move = Expression.Condition(
            Expression.Equal(before, Expression.Constant(null, typeof(string))),
            Expression.Constant(TierMove.First.Key),
            Expression.Condition(isUp, Expression.Constant(TierMove.Up.Key), Expression.Constant(TierMove.Down.Key)));
        return Expression.Lambda<Func<TierChange, string>>(move, change);
    }
}
