using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Building;

/// <summary>What there is to know of each operator of a test.</summary>
public static class TestOperators
{
    /// <summary>Some centuries; as far from today as a test may look.</summary>
    public const int MostDays = 100_000;

    internal static IReadOnlyDictionary<TestOperator, BinaryOperator> Comparisons { get; } = new Dictionary<TestOperator, BinaryOperator>
    {
        [TestOperator.Equal] = BinaryOperator.Equal, [TestOperator.NotEqual] = BinaryOperator.NotEqual,
        [TestOperator.Less] = BinaryOperator.Less, [TestOperator.LessOrEqual] = BinaryOperator.LessOrEqual,
        [TestOperator.Greater] = BinaryOperator.Greater, [TestOperator.GreaterOrEqual] = BinaryOperator.GreaterOrEqual,
    };

    /// <summary>Tests that are a call of a function with the subject first; some of them, and those below, are negated by NOT.</summary>
    internal static IReadOnlyDictionary<TestOperator, (string Function, bool IsNegated)> Calls { get; } = new Dictionary<TestOperator, (string, bool)>
    {
        [TestOperator.Contains] = ("CONTAINS", false), [TestOperator.NotContains] = ("CONTAINS", true),
        [TestOperator.StartsWith] = ("STARTSWITH", false), [TestOperator.EndsWith] = ("ENDSWITH", false),
        [TestOperator.ContainsAny] = ("CONTAINSANY", false), [TestOperator.ContainsNone] = ("CONTAINSANY", true),
        [TestOperator.ContainsAll] = ("CONTAINSALL", false), [TestOperator.Between] = ("BETWEEN", false),
        [TestOperator.IsBlank] = ("ISBLANK", false), [TestOperator.IsNotBlank] = ("ISBLANK", true),
    };

    public static bool TakesOperands(TestOperator testOperator)
        => testOperator is not (TestOperator.IsBlank or TestOperator.IsNotBlank or TestOperator.IsTrue or TestOperator.IsFalse);

    /// <summary>Any number of operands, one at least.</summary>
    public static bool TakesSeveral(TestOperator testOperator)
        => testOperator is TestOperator.In or TestOperator.NotIn or TestOperator.ContainsAny or TestOperator.ContainsAll or TestOperator.ContainsNone;

    /// <summary>Whether these operands complete a test with the operator.</summary>
    public static bool Takes(TestOperator testOperator, IReadOnlyList<Operand> operands)
    {
        ArgumentNullException.ThrowIfNull(operands);
        return testOperator switch
        {
            TestOperator.InPeriod => operands is [Operand.Period period] && Operand.Period.Units.Contains(period.Unit),
            TestOperator.LastDays or TestOperator.NextDays
                => operands is [Operand.Number { IsPercent: false, Content: >= 1 and <= MostDays } days] && decimal.IsInteger(days.Content),
            TestOperator.Between => operands.Count == 2 && operands.All(IsValue),
            _ when !TakesOperands(testOperator) => operands.Count == 0,
            _ when TakesSeveral(testOperator) => operands.Count > 0 && operands.All(IsValue),
            _ => operands.Count == 1 && IsValue(operands[0]),
        };
    }

    private static bool IsValue(Operand operand) => operand is { IsComplete: true } and not Operand.Period;

    public static LocalizedText NameOf(TestOperator testOperator) => testOperator switch
    {
        TestOperator.Equal => new("等于", "is"),
        TestOperator.NotEqual => new("不等于", "is not"),
        TestOperator.Less => new("小于", "is less than"),
        TestOperator.LessOrEqual => new("小于等于", "is at most"),
        TestOperator.Greater => new("大于", "is greater than"),
        TestOperator.GreaterOrEqual => new("大于等于", "is at least"),
        TestOperator.Between => new("介于", "is between"),
        TestOperator.In => new("是其中之一", "is one of"),
        TestOperator.NotIn => new("不是其中任何一个", "is none of"),
        TestOperator.Contains => new("包含", "contains"),
        TestOperator.NotContains => new("不包含", "does not contain"),
        TestOperator.StartsWith => new("开头是", "starts with"),
        TestOperator.EndsWith => new("结尾是", "ends with"),
        TestOperator.ContainsAny => new("包含任一", "contains any of"),
        TestOperator.ContainsAll => new("包含全部", "contains all of"),
        TestOperator.ContainsNone => new("都不包含", "contains none of"),
        TestOperator.IsBlank => new("为空", "is blank"),
        TestOperator.IsNotBlank => new("不为空", "is not blank"),
        TestOperator.IsTrue => new("为是", "is true"),
        TestOperator.IsFalse => new("不为是", "is not true"),
        TestOperator.InPeriod => new("在这段时间内", "is in"),
        TestOperator.LastDays => new("在最近几天内", "is in the last days"),
        TestOperator.NextDays => new("在未来几天内", "is in the next days"),
        _ => throw new ArgumentOutOfRangeException(nameof(testOperator), testOperator, null),
    };

    /// <summary>The same where what is compared is a day: earlier and later instead of less and greater.</summary>
    public static LocalizedText NameOfDates(TestOperator testOperator) => testOperator switch
    {
        TestOperator.Less => new("早于", "is before"),
        TestOperator.LessOrEqual => new("不晚于", "is not after"),
        TestOperator.Greater => new("晚于", "is after"),
        TestOperator.GreaterOrEqual => new("不早于", "is not before"),
        _ => NameOf(testOperator),
    };
}
