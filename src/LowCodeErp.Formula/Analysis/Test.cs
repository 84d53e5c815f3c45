using LowCodeErp.Formula.Rewriting;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Analysis;

/// <summary>A condition as far as analysis sees it: what it comes to in a cell, which has one <see cref="Cell"/> for each axis.</summary>
internal abstract record Test
{
    public abstract Outcome At(IReadOnlyDictionary<Axis, Cell> cell);

    /// <summary>Something that is not looked into.</summary>
    public sealed record Opaque(bool CanFail) : Test
    {
        public override Outcome At(IReadOnlyDictionary<Axis, Cell> cell) => Outcome.True | Outcome.False | (CanFail ? Outcome.Fails : 0);
    }

    public sealed record Constant(bool Holds) : Test
    {
        public override Outcome At(IReadOnlyDictionary<Axis, Cell> cell) => OutcomeLogic.Of(Holds);
    }

    public sealed record IsBlank(Axis Axis) : Test
    {
        public override Outcome At(IReadOnlyDictionary<Axis, Cell> cell) => OutcomeLogic.Of(cell[Axis].IsBlank);
    }

    public sealed record Compare(Axis Axis, BinaryOperator Operator, Point Point) : Test
    {
        public override Outcome At(IReadOnlyDictionary<Axis, Cell> cell)
        {
            var position = cell[Axis].Position;
            return Axis.IsMixed ? Outcome.True | Outcome.False
                : position == Cell.BlankPosition ? OutcomeLogic.Of(Operator == BinaryOperator.NotEqual)
                : OutcomeLogic.Of(Comparison.Holds(position, Operator, Axis.PositionOf(Point)));
        }
    }

    public sealed record Not(Test Operand) : Test
    {
        public override Outcome At(IReadOnlyDictionary<Axis, Cell> cell) => OutcomeLogic.Not(Operand.At(cell));
    }

    public sealed record If(Test Condition, Test WhenTrue, Test WhenFalse) : Test
    {
        public override Outcome At(IReadOnlyDictionary<Axis, Cell> cell)
            => OutcomeLogic.Choose(Condition.At(cell), WhenTrue.At(cell), WhenFalse.At(cell));

        public static Test And(Test left, Test right) => new If(left, right, new Constant(false));

        public static Test Or(Test left, Test right) => new If(left, new Constant(true), right);
    }

    public sealed record Guard(Test Value, Test FailsWhen) : Test
    {
        public override Outcome At(IReadOnlyDictionary<Axis, Cell> cell) => OutcomeLogic.Choose(FailsWhen.At(cell), Outcome.Fails, Value.At(cell));
    }
}
