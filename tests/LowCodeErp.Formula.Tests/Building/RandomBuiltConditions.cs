using LowCodeErp.Formula.Building;

namespace LowCodeErp.Formula.Tests.Building;

/// <summary>Conditions as somebody might put them together, from a seed.</summary>
internal sealed class RandomBuiltConditions(int seed)
{
    private static readonly string[] Paths = ["quantity", "customer.tier", "lines.amount", "order:customer", "due-date", "tags", "有 空格"];

    private static readonly string[] Texts = ["", "A", "华东", "say \"hi\"", "]", "a\nb", "😀", "[x] AND #"];

    private readonly Random _random = new(seed);

    public BuiltCondition.Group Next() => NormalRoot(Group(3));

    /// <summary>A single question is one whether it is among all or among any.</summary>
    private static BuiltCondition.Group NormalRoot(BuiltCondition.Group group)
        => group.Items is [BuiltCondition.Group only] && group.Writing == GroupWriting.Plain ? NormalRoot(only) : group;

    private BuiltCondition.Group Group(int depth)
    {
        var writing = Pick(Enum.GetValues<GroupWriting>());
        var count = _random.Next(1, 4);
        var isAll = (count == 1 && writing != GroupWriting.Call) || _random.Next(2) == 0;
        var keepsPlain = writing == GroupWriting.Call || (!isAll && count > 1);
        return new(isAll, [.. Enumerable.Range(0, count).Select(BuiltCondition (_) => depth > 0 && _random.Next(3) == 0 ? Inner(depth - 1, keepsPlain, isAll) : Test())], writing);
    }

    /// <summary>Without brackets only what keeps its meaning without them, and has more than one part.</summary>
    private BuiltCondition.Group Inner(int depth, bool keepsPlain, bool isInAll)
    {
        var group = Group(depth);
        var isPlain = keepsPlain && group.Items.Count > 1 && (group.IsAll || isInAll);
        return group.Writing == GroupWriting.Plain && !isPlain ? group with { Writing = GroupWriting.Bracketed } : group;
    }

    private BuiltCondition.Test Test()
    {
        var path = Pick(Paths);
        Subject subject = _random.Next(4) switch
        {
            0 => new Subject.Day(path),
            1 => new Subject.Aggregate(Pick(Subject.Aggregate.Functions), path),
            _ => new Subject.Value(path),
        };
        var operation = Pick(Enum.GetValues<TestOperator>());
        return operation switch
        {
            TestOperator.IsTrue or TestOperator.IsFalse => new(new Subject.Value(path), operation),
            TestOperator.InPeriod => new(subject, operation, new Operand.Period(Pick(Operand.Period.Units), _random.Next(-3, 4))),
            TestOperator.LastDays or TestOperator.NextDays => new(subject, operation, new Operand.Number(_random.Next(1, 400))),
            TestOperator.Between => new(subject, operation, Value(), new Operand.Number(_random.Next(9))),
            _ when !TestOperators.TakesOperands(operation) => new(subject, operation),
            _ when TestOperators.TakesSeveral(operation) => new(subject, operation, [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Value())]),
            _ => new(subject, operation, Value()),
        };
    }

    private Operand Value() => _random.Next(8) switch
    {
        0 => new Operand.Text(Pick(Texts)),
        1 => new Operand.Number(_random.Next(1, 100_000) / 100m * (_random.Next(2) == 0 ? 1 : -1), _random.Next(3) == 0),
        2 => new Operand.Truth(_random.Next(2) == 0),
        3 => new Operand.Date(new DateOnly(2024, 1, 1).AddDays(_random.Next(1000))),
        4 => new Operand.Today(_random.Next(-40, 40)),
        5 => new Operand.Field(Pick(Paths)),
        6 => new Operand.Me(),
        _ => new Operand.MyDepartment(),
    };

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
