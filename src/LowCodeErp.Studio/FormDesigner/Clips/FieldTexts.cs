using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Studio.FormDesigner.Clips;

/// <summary>Goes through all the formulas of a field definition.</summary>
internal static class FieldTexts
{
    /// <param name="change">The formula as it is to be, or null to leave it out; gets what the formula is called.</param>
    public static FieldDefinition Change(FieldDefinition field, Func<string, LocalizedText, string?> change)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(change);
        string? Of(string? formula, string chinese, string english) => formula is null ? null : change(formula, new(chinese, english));
        return field with
        {
            Formula = Of(field.Formula, "计算公式", "formula"),
            DefaultFormula = Of(field.DefaultFormula, "默认值公式", "default"),
            FillFrom = Of(field.FillFrom is { } path ? $"[{path}]" : null, "带入", "filling")?[1..^1],
            VisibleWhen = Of(field.VisibleWhen, "显示条件", "condition of being shown"),
            RequiredWhen = Of(field.RequiredWhen, "必填条件", "condition of being required"),
            ReadOnlyWhen = Of(field.ReadOnlyWhen, "只读条件", "condition of being read-only"),
            LimitedTo = Of(field.LimitedTo, "可选范围", "limit of choices"),
            OptionsWhen = [.. field.OptionsWhen.Select(limit => Of(limit.When, "选项条件", "condition of options") is { } when ? limit with { When = when } : null).OfType<OptionsWhenDefinition>()],
            Validations = [.. field.Validations.Select(rule => Of(rule.Condition, "校验", "validation") is { } condition ? rule with { Condition = condition } : null).OfType<ValidationDefinition>()],
        };
    }

    /// <summary>Every name of a field in them.</summary>
    public static IReadOnlyCollection<string> Names(FieldDefinition field)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Change(field, (formula, _) =>
        {
            names.UnionWith(FormulaNames.In(formula));
            return formula;
        });
        return names;
    }
}
