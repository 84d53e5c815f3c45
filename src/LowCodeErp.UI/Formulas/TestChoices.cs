using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Building;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.UI.Formulas;

/// <summary>What may be asked of a subject. It follows from how lists filter the field (<see cref="FilterKinds"/>), so that every type of field has its questions.</summary>
internal static class TestChoices
{
    private static readonly TestOperator[] Blank = [TestOperator.IsBlank, TestOperator.IsNotBlank];

    private static readonly TestOperator[] Sameness = [TestOperator.Equal, TestOperator.NotEqual];

    private static readonly TestOperator[] Order =
        [.. Sameness, TestOperator.Greater, TestOperator.GreaterOrEqual, TestOperator.Less, TestOperator.LessOrEqual, TestOperator.Between];

    private static readonly TestOperator[] Items = [TestOperator.Contains, TestOperator.NotContains, TestOperator.ContainsAny, TestOperator.ContainsAll, TestOperator.ContainsNone];

    public static IReadOnlyList<TestOperator> Of(Subject subject, FieldModel field) => (subject, FilterKinds.Of(field)) switch
    {
        (Subject.Aggregate, _) => Order,
        _ when field.Kind == ValueKind.Boolean => [TestOperator.IsTrue, TestOperator.IsFalse, .. Blank],
        _ when field.FileRule is not null || field.Kind == ValueKind.Time => Blank,
        (_, FilterKind.Options or FilterKind.Text) when field.IsList => [.. Items, .. Blank],
        (_, FilterKind.Options) => [.. Sameness, TestOperator.In, TestOperator.NotIn, .. Blank],
        (_, FilterKind.Text) => [.. Sameness, TestOperator.Contains, TestOperator.NotContains, TestOperator.StartsWith, TestOperator.EndsWith, TestOperator.In, TestOperator.NotIn, .. Blank],
        (_, FilterKind.Number) => [.. Order, .. Blank],
        (_, FilterKind.Date) => [.. Order, TestOperator.InPeriod, TestOperator.LastDays, TestOperator.NextDays, .. Blank],
        (_, FilterKind.Reference) when !field.IsList => [.. Sameness, .. Blank],
        _ => Blank,
    };

    /// <summary>A test of another subject: with the same question where that can be asked of it.</summary>
    public static BuiltCondition.Test Ask(FormModel form, Subject subject, TestOperator wanted)
    {
        var choices = SubjectFields.Find(form, subject.Path) is { } field ? Of(subject, field) : Blank;
        return With(form, subject, choices.Contains(wanted) ? wanted : choices[0]);
    }

    /// <summary>A test with its operands still to be filled in.</summary>
    public static BuiltCondition.Test With(FormModel form, Subject subject, TestOperator asked) => asked switch
    {
        TestOperator.Between => new(subject, asked, new Operand.Nothing(), new Operand.Nothing()),
        TestOperator.InPeriod => new(subject, asked, new Operand.Period("month", 0)),
        TestOperator.LastDays or TestOperator.NextDays => new(subject, asked, new Operand.Number(7)),
        _ when !TestOperators.TakesOperands(asked) || TestOperators.TakesSeveral(asked) => new(subject, asked),
        _ => new(subject, asked, First(subject, SubjectFields.Find(form, subject.Path))),
    };

    /// <summary>What most people mean of a member is themselves; everything else is entered.</summary>
    private static Operand First(Subject subject, FieldModel? field)
        => OperandChoices.KindsOf(subject is Subject.Aggregate ? null : field, hasOtherFields: false)[0] is var kind and not OperandKind.Value ? OperandChoices.New(kind) : new Operand.Nothing();
}
