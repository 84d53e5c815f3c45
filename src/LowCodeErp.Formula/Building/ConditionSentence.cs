using System.Globalization;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Formula.Building;

/// <summary>Reads a condition out in words: 金额大于 100，并且（状态等于“新建”或者客户.等级等于“A”）.</summary>
/// <param name="nameField">What people call the field at the end of a path of keys.</param>
/// <param name="nameValue">What people call a value of the field at the end of a path, such as the label of an option; null for the value itself.</param>
public sealed class ConditionSentence(Func<string, LocalizedText> nameField, Func<string, string, LocalizedText?> nameValue)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public LocalizedText Of(BuiltCondition condition) => condition switch
    {
        BuiltCondition.Group group => Of(group, isInner: false),
        _ => Of((BuiltCondition.Test)condition),
    };

    private LocalizedText Of(BuiltCondition.Group group, bool isInner)
    {
        var parts = group.Items.Select(item => item is BuiltCondition.Group inner ? Of(inner, isInner: true) : Of(item)).ToList();
        var (chinese, english) = group.IsAll ? ("，并且", " and ") : ("，或者", " or ");
        var (open, close, openEnglish, closeEnglish) = isInner && parts.Count > 1 ? ("（", "）", "(", ")") : ("", "", "", "");
        return new(
            open + string.Join(chinese, parts.Select(part => part.Chinese)) + close,
            openEnglish + string.Join(english, parts.Select(part => part.In(English))) + closeEnglish);
    }

    private LocalizedText Of(BuiltCondition.Test test)
    {
        var (subject, name) = (Of(test.Subject), NameOf(test));
        var operands = test.Operands.Select(operand => Of(operand, test.Subject.Path)).ToList();
        if (operands.Count == 0)
        {
            return new($"{subject.Chinese}{name.Chinese}", $"{subject.In(English)} {name.In(English)}");
        }

        return test.Operator switch
        {
            TestOperator.InPeriod => new($"{subject.Chinese}在{operands[0].Chinese}内", $"{subject.In(English)} is in {operands[0].In(English)}"),
            TestOperator.LastDays => new($"{subject.Chinese}在最近 {operands[0].Chinese} 天内", $"{subject.In(English)} is in the last {operands[0].In(English)} days"),
            TestOperator.NextDays => new($"{subject.Chinese}在未来 {operands[0].Chinese} 天内", $"{subject.In(English)} is in the next {operands[0].In(English)} days"),
            TestOperator.Between => new(
                $"{subject.Chinese}在{operands[0].Chinese}和{operands[^1].Chinese}之间", $"{subject.In(English)} is between {operands[0].In(English)} and {operands[^1].In(English)}"),
            _ => new(
                $"{subject.Chinese}{name.Chinese}{string.Join("、", operands.Select(operand => operand.Chinese))}",
                $"{subject.In(English)} {name.In(English)} {string.Join(", ", operands.Select(operand => operand.In(English)))}"),
        };
    }

    private static LocalizedText NameOf(BuiltCondition.Test test)
        => test.Operands.Any(operand => operand is Operand.Date or Operand.Today) ? TestOperators.NameOfDates(test.Operator) : TestOperators.NameOf(test.Operator);

    private LocalizedText Of(Subject subject)
    {
        var field = nameField(subject.Path);
        return subject is not Subject.Aggregate aggregate ? field : aggregate.Function switch
        {
            Subject.Aggregate.Count => new($"{field.Chinese}的行数", $"the number of {field.In(English)}"),
            "SUM" => new($"{field.Chinese}的合计", $"the sum of {field.In(English)}"),
            "AVERAGE" => new($"{field.Chinese}的平均", $"the average of {field.In(English)}"),
            "MIN" => new($"{field.Chinese}的最小值", $"the least {field.In(English)}"),
            _ => new($"{field.Chinese}的最大值", $"the greatest {field.In(English)}"),
        };
    }

    private LocalizedText Of(Operand operand, string path) => operand switch
    {
        Operand.Text text => nameValue(path, text.Content) is { } name ? new($"“{name.Chinese}”", $"\"{name.In(English)}\"") : new($"“{text.Content}”", $"\"{text.Content}\""),
        Operand.Number number => new(number.Written),
        Operand.Truth truth => truth.Content ? new("是", "true") : new("否", "false"),
        Operand.Date date => new(date.Content.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Operand.Today today => Of(today),
        Operand.Period period => NameOf(period),
        Operand.Field field => nameField(field.Path),
        Operand.Me => new("我", "me"),
        Operand.MyDepartment => new("我的部门", "my department"),
        _ => new("…"),
    };

    private static LocalizedText Of(Operand.Today today) => today.Days switch
    {
        0 => new("今天", "today"),
        -1 => new("昨天", "yesterday"),
        1 => new("明天", "tomorrow"),
        < 0 => new($"{-today.Days} 天前", $"{-today.Days} days ago"),
        _ => new($"{today.Days} 天后", $"{today.Days} days from now"),
    };

    /// <summary>本月, 上季度, 后 2 年.</summary>
    public static LocalizedText NameOf(Operand.Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var (chinese, english) = period.Unit switch
        {
            "week" => ("周", "week"),
            "month" => ("月", "month"),
            "quarter" => ("季度", "quarter"),
            _ => ("年", "year"),
        };
        return (period.Offset, period.Unit) switch
        {
            (0, "year") => new("今年", "this year"),
            (-1, "year") => new("去年", "last year"),
            (1, "year") => new("明年", "next year"),
            (0, _) => new("本" + chinese, "this " + english),
            (-1, _) => new("上" + chinese, "last " + english),
            (1, _) => new("下" + chinese, "next " + english),
            ( < 0, _) => new($"{-period.Offset} {chinese}前的那一{chinese}", $"the {english} {-period.Offset} {english}s ago"),
            _ => new($"{period.Offset} {chinese}后的那一{chinese}", $"the {english} {period.Offset} {english}s from now"),
        };
    }
}
