using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Building;

/// <summary>Makes the formula that a condition is, in its canonical writing, with fields by key.</summary>
public static class BuiltConditionWriter
{
    private static readonly TextSpan Nowhere = new(0, 0);

    /// <exception cref="ArgumentException">Something is still to be filled in.</exception>
    public static string Write(BuiltCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.IsComplete
            ? FormulaPrinter.AsWritten.Print(Node(condition))
            : throw new ArgumentException("The condition has parts that are still to be filled in.", nameof(condition));
    }

    private static SyntaxNode Node(BuiltCondition condition)
        => condition is BuiltCondition.Group group ? Node(group) : Node((BuiltCondition.Test)condition);

    private static SyntaxNode Node(BuiltCondition.Group group) => group.Writing switch
    {
        GroupWriting.Call => Call(group.IsAll ? "AND" : "OR", [.. group.Items.Select(Node)]),
        GroupWriting.Bracketed => Bracket(Chain(group)),
        _ => Chain(group),
    };

    private static SyntaxNode Chain(BuiltCondition.Group group)
        => group.Items.Select(item => Operand(item, group)).Aggregate((left, right) => Binary(group.IsAll ? BinaryOperator.And : BinaryOperator.Or, left, right));

    private static SyntaxNode Operand(BuiltCondition item, BuiltCondition.Group parent)
    {
        var node = Node(item);
        var isTighter = node is SyntaxNode.Binary { Operator: BinaryOperator.And } && !parent.IsAll;
        var needsBrackets = node is SyntaxNode.Binary { Operator: BinaryOperator.And or BinaryOperator.Or } && !isTighter;
        return needsBrackets && parent.Items.Count > 1 ? Bracket(node) : node;
    }

    private static SyntaxNode Node(BuiltCondition.Test test) => test.Operator switch
    {
        TestOperator.IsTrue => Subject(test.Subject),
        TestOperator.IsFalse => Not(Subject(test.Subject)),
        TestOperator.In => In(test),
        TestOperator.NotIn => Not(In(test)),
        TestOperator.InPeriod => InPeriod(Subject(test.Subject), (Operand.Period)test.Operands[0]),
        TestOperator.LastDays => Between(Subject(test.Subject), Today(-DaysOf(test)), Today(0)),
        TestOperator.NextDays => Between(Subject(test.Subject), Today(0), Today(DaysOf(test))),
        _ when TestOperators.Comparisons.TryGetValue(test.Operator, out var comparison)
            => Binary(comparison, Subject(test.Subject), Value(test.Operands[0])),
        _ => CallOf(test),
    };

    private static SyntaxNode CallOf(BuiltCondition.Test test)
    {
        var (function, isNegated) = TestOperators.Calls[test.Operator];
        var call = Call(function, [Subject(test.Subject), .. test.Operands.Select(Value)]);
        return isNegated ? Not(call) : call;
    }

    private static SyntaxNode Subject(Subject subject) => subject switch
    {
        Building.Subject.Day day => Call("STARTOF", Field(day.Path), Text("day")),
        Building.Subject.Aggregate aggregate => Call(aggregate.Function, Field(aggregate.Path)),
        _ => Field(subject.Path),
    };

    private static SyntaxNode Value(Operand operand) => operand switch
    {
        Building.Operand.Text text => Text(text.Content),
        Building.Operand.Number number => Number(number),
        Building.Operand.Truth truth => new SyntaxNode.Literal(truth.Content, Nowhere),
        Building.Operand.Date date => new SyntaxNode.Literal(date.Content, Nowhere),
        Building.Operand.Today today => Today(today.Days),
        Building.Operand.Field field => Field(field.Path),
        Building.Operand.Me => Call("CURRENTUSER"),
        Building.Operand.MyDepartment => Call("USERDEPT"),
        _ => throw new ArgumentException($"{operand} stands alone.", nameof(operand)),
    };

    private static SyntaxNode Number(Operand.Number number)
    {
        SyntaxNode node = new SyntaxNode.Literal(Math.Abs(number.Content), Nowhere);
        node = number.IsPercent ? new SyntaxNode.Unary(UnaryOperator.Percent, node, Nowhere) : node;
        return number.Content < 0 ? new SyntaxNode.Unary(UnaryOperator.Negate, node, Nowhere) : node;
    }

    private static SyntaxNode Today(int days)
    {
        var today = Call("TODAY");
        var operation = days < 0 ? BinaryOperator.Subtract : BinaryOperator.Add;
        return days == 0 ? today : Binary(operation, today, new SyntaxNode.Literal((decimal)Math.Abs((long)days), Nowhere));
    }

    private static SyntaxNode InPeriod(SyntaxNode subject, Operand.Period period)
    {
        var day = period.Offset == 0
            ? Call("TODAY")
            : Call("DATEADD", Call("TODAY"), Number(new(period.Offset)), Text(period.Unit));
        return Between(subject, Call("STARTOF", day, Text(period.Unit)), Call("ENDOF", day, Text(period.Unit)));
    }

    private static int DaysOf(BuiltCondition.Test test) => (int)((Operand.Number)test.Operands[0]).Content;

    private static SyntaxNode In(BuiltCondition.Test test) => new SyntaxNode.In(Subject(test.Subject), [.. test.Operands.Select(Value)], Nowhere);

    private static SyntaxNode Between(SyntaxNode subject, SyntaxNode from, SyntaxNode to) => Call("BETWEEN", subject, from, to);

    private static SyntaxNode Not(SyntaxNode node) => Call("NOT", node);

    private static SyntaxNode Field(string path) => new SyntaxNode.Field(path, Nowhere);

    private static SyntaxNode Text(string text) => new SyntaxNode.Literal(text, Nowhere);

    private static SyntaxNode Bracket(SyntaxNode node) => new SyntaxNode.Parenthesised(node, Nowhere);

    private static SyntaxNode Binary(BinaryOperator operation, SyntaxNode left, SyntaxNode right) => new SyntaxNode.Binary(operation, left, right, Nowhere);

    private static SyntaxNode Call(string function, params IReadOnlyList<SyntaxNode> arguments) => new SyntaxNode.Call(function, Nowhere, arguments, Nowhere);
}
