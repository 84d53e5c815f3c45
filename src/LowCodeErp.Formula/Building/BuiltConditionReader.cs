using LowCodeErp.Formula.Syntax;

namespace LowCodeErp.Formula.Building;

/// <summary>
/// Reads a formula as a condition that people could have put together. What it gives writes the very formula again; any other formula is
/// said not to be one, so that nothing is lost or reworded.
/// </summary>
public static class BuiltConditionReader
{
    /// <summary>Null when the formula is more than such a condition, or no formula.</summary>
    /// <param name="formula">In its canonical writing, fields by key.</param>
    public static BuiltCondition.Group? Read(string formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        if (string.IsNullOrWhiteSpace(formula))
        {
            return BuiltCondition.Empty;
        }

        var syntax = Parser.Parse(formula);
        return !syntax.HasErrors && ReadAny(syntax.Root) is { } found && AsGroup(found) is { IsComplete: true } group
            && BuiltConditionWriter.Write(group) == FormulaPrinter.AsWritten.Print(syntax.Root) ? group : null;
    }

    private static BuiltCondition.Group AsGroup(BuiltCondition condition) => condition as BuiltCondition.Group ?? new(true, [condition]);

    private static BuiltCondition? ReadAny(SyntaxNode node) => node switch
    {
        SyntaxNode.Binary { Operator: BinaryOperator.And or BinaryOperator.Or } binary => ReadGroup(Operands(binary, binary.Operator), binary.Operator == BinaryOperator.And, GroupWriting.Plain),
        SyntaxNode.Parenthesised bracketed => ReadBracketed(bracketed.Inner),
        SyntaxNode.Call call when Is(call, "AND") || Is(call, "OR") => ReadGroup(call.Arguments, Is(call, "AND"), GroupWriting.Call),
        _ => ReadTest(node),
    };

    private static BuiltCondition.Group? ReadBracketed(SyntaxNode inner) => ReadAny(inner) switch
    {
        null => null,
        BuiltCondition.Group { Writing: GroupWriting.Plain } group => group with { Writing = GroupWriting.Bracketed },
        var other => new(true, [other], GroupWriting.Bracketed),
    };

    private static BuiltCondition.Group? ReadGroup(IEnumerable<SyntaxNode> nodes, bool isAll, GroupWriting writing)
    {
        var items = nodes.Select(ReadAny).ToList();
        return items.Contains(null) ? null : new(isAll, items!, writing);
    }

    /// <summary>a AND b AND c leans to the left.</summary>
    private static List<SyntaxNode> Operands(SyntaxNode.Binary chain, BinaryOperator operation)
    {
        var operands = new List<SyntaxNode>();
        SyntaxNode node = chain;
        while (node is SyntaxNode.Binary binary && binary.Operator == operation)
        {
            operands.Add(binary.Right);
            node = binary.Left;
        }

        operands.Add(node);
        operands.Reverse();
        return operands;
    }

    private static BuiltCondition.Test? ReadTest(SyntaxNode node) => node switch
    {
        SyntaxNode.Field field => new(new Subject.Value(field.Path), TestOperator.IsTrue),
        SyntaxNode.Call { Arguments: [SyntaxNode.Field field] } call when Is(call, "NOT") => new(new Subject.Value(field.Path), TestOperator.IsFalse),
        SyntaxNode.Call { Arguments: [var inner] } call when Is(call, "NOT") => ReadTest(inner) is { } test && Negated(test.Operator) is { } negated ? test with { Operator = negated } : null,
        SyntaxNode.Call call when Is(call, "BETWEEN") => ReadBetween(call),
        SyntaxNode.Call call => ReadCall(call),
        SyntaxNode.In membership => Test(membership.Operand, TestOperator.In, membership.Items),
        SyntaxNode.Binary binary => ReadComparison(binary),
        _ => null,
    };

    private static TestOperator? Negated(TestOperator testOperator) => testOperator switch
    {
        TestOperator.In => TestOperator.NotIn,
        TestOperator.Contains => TestOperator.NotContains,
        TestOperator.ContainsAny => TestOperator.ContainsNone,
        TestOperator.IsBlank => TestOperator.IsNotBlank,
        _ => null,
    };

    private static BuiltCondition.Test? ReadComparison(SyntaxNode.Binary binary)
        => TestOperators.Comparisons.Where(pair => pair.Value == binary.Operator).Select(pair => Test(binary.Left, pair.Key, [binary.Right])).FirstOrDefault();

    private static BuiltCondition.Test? ReadCall(SyntaxNode.Call call)
        => TestOperators.Calls.Where(pair => !pair.Value.IsNegated && Is(call, pair.Value.Function) && call.Arguments.Count > 0)
            .Select(pair => Test(call.Arguments[0], pair.Key, call.Arguments.Skip(1))).FirstOrDefault();

    private static BuiltCondition.Test? ReadBetween(SyntaxNode.Call call)
    {
        if (call.Arguments is not [var operand, var from, var to] || ReadSubject(operand) is not { } subject)
        {
            return null;
        }

        return (ReadOperand(from), ReadOperand(to)) switch
        {
            (Operand.Today { Days: < 0 } first, Operand.Today { Days: 0 }) => new(subject, TestOperator.LastDays, new Operand.Number(-first.Days)),
            (Operand.Today { Days: 0 }, Operand.Today { Days: > 0 } last) => new(subject, TestOperator.NextDays, new Operand.Number(last.Days)),
            ({ } low, { } high) => new(subject, TestOperator.Between, low, high),
            _ => ReadPeriod(from) is { } period ? new(subject, TestOperator.InPeriod, period) : null,
        };
    }

    /// <summary>What begins a period tells it; that its end is the same one's is seen when the condition is written again.</summary>
    private static Operand.Period? ReadPeriod(SyntaxNode from) => from switch
    {
        SyntaxNode.Call { Arguments: [SyntaxNode.Call { Arguments: [] }, SyntaxNode.Literal { Value: string unit }] } call when Is(call, "STARTOF") => new(unit, 0),
        SyntaxNode.Call { Arguments: [SyntaxNode.Call { Arguments: [_, var count, _] }, SyntaxNode.Literal { Value: string unit }] } call
            when Is(call, "STARTOF") && ReadNumber(count) is { IsPercent: false } number && IsSmall(number.Content) => new(unit, (int)number.Content),
        _ => null,
    };

    private static BuiltCondition.Test? Test(SyntaxNode subject, TestOperator testOperator, IEnumerable<SyntaxNode> operands)
    {
        var read = operands.Select(ReadOperand).ToList();
        return ReadSubject(subject) is { } found && !read.Contains(null) ? new(found, testOperator, read!) : null;
    }

    private static Subject? ReadSubject(SyntaxNode node) => node switch
    {
        SyntaxNode.Field field => new Subject.Value(field.Path),
        SyntaxNode.Call { Arguments: [SyntaxNode.Field field, SyntaxNode.Literal { Value: "day" }] } call when Is(call, "STARTOF") => new Subject.Day(field.Path),
        SyntaxNode.Call { Arguments: [SyntaxNode.Field field] } call => Subject.Aggregate.Functions.Where(function => Is(call, function))
            .Select(function => new Subject.Aggregate(function, field.Path)).FirstOrDefault(),
        _ => null,
    };

    private static Operand? ReadOperand(SyntaxNode node) => node switch
    {
        SyntaxNode.Literal { Value: string text } => new Operand.Text(text),
        SyntaxNode.Literal { Value: bool truth } => new Operand.Truth(truth),
        SyntaxNode.Literal { Value: DateOnly date } => new Operand.Date(date),
        SyntaxNode.Field field => new Operand.Field(field.Path),
        SyntaxNode.Call { Arguments: [] } call when Is(call, "TODAY") => new Operand.Today(0),
        SyntaxNode.Call { Arguments: [] } call when Is(call, "CURRENTUSER") => new Operand.Me(),
        SyntaxNode.Call { Arguments: [] } call when Is(call, "USERDEPT") => new Operand.MyDepartment(),
        SyntaxNode.Binary { Left: SyntaxNode.Call { Arguments: [] } call, Right: SyntaxNode.Literal { Value: decimal days }, Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum
            when Is(call, "TODAY") && IsSmall(days) => new Operand.Today(sum.Operator == BinaryOperator.Add ? (int)days : -(int)days),
        _ => ReadNumber(node),
    };

    private static bool IsSmall(decimal number) => Math.Abs(number) <= TestOperators.MostDays && decimal.IsInteger(number);

    private static Operand.Number? ReadNumber(SyntaxNode node) => node switch
    {
        SyntaxNode.Literal { Value: decimal number } => new(number),
        SyntaxNode.Unary { Operator: UnaryOperator.Percent, Operand: SyntaxNode.Literal { Value: decimal number } } => new(number, IsPercent: true),
        SyntaxNode.Unary { Operator: UnaryOperator.Negate, Operand: not SyntaxNode.Unary { Operator: UnaryOperator.Negate } } negated when ReadNumber(negated.Operand) is { } number => number with { Content = -number.Content },
        _ => null,
    };

    private static bool Is(SyntaxNode.Call call, string function) => call.Function.Equals(function, StringComparison.OrdinalIgnoreCase);
}
