using LowCodeErp.Core.Naming;

namespace LowCodeErp.Formula.Binding;

/// <summary>What to write when a value has another type than is needed.</summary>
internal static class ConversionRemedies
{
    private static readonly LocalizedText UseColumn = new(
        "请用 SUM、COUNT、FIRST 等把列表变成一个值，逐行计算请用 SUM(MAP([子表], [单价] * [数量]))",
        "turn the list into one value with SUM, COUNT, FIRST and the like; to compute line by line write SUM(MAP([lines], [price] * [quantity]))");

    public static LocalizedText? Find(FormulaType actual, FormulaType expected) => (actual.Kind, expected.Kind) switch
    {
        (FormulaTypeKind.List or FormulaTypeKind.Rows, not (FormulaTypeKind.List or FormulaTypeKind.Rows)) => UseColumn,
        (FormulaTypeKind.Blank, FormulaTypeKind.Number) => new("请写 0 或去掉引号", "write 0 or remove the quotes"),
        (FormulaTypeKind.Text, FormulaTypeKind.Number) => new("请去掉引号或用 VALUE(…) 转换", "remove the quotes or convert it with VALUE(…)"),
        (FormulaTypeKind.Boolean, FormulaTypeKind.Number) => new("请用 IF(…, 1, 0) 转换", "convert it with IF(…, 1, 0)"),
        (FormulaTypeKind.Boolean, FormulaTypeKind.Text) => new("请用 IF(…, \"是\", \"否\") 转换", "convert it with IF(…, \"yes\", \"no\")"),
        (FormulaTypeKind.Number or FormulaTypeKind.Time, FormulaTypeKind.Text)
            => new("请加引号，或用 TEXT(…, \"0.##\") 转换", "put it in quotes or convert it with TEXT(…, \"0.##\")"),
        (FormulaTypeKind.Date or FormulaTypeKind.DateTime, FormulaTypeKind.Text)
            => new("请用 TEXT(…, \"yyyy-mm-dd\") 转换", "convert it with TEXT(…, \"yyyy-mm-dd\")"),
        (FormulaTypeKind.Number or FormulaTypeKind.Time, FormulaTypeKind.Boolean)
            => new("请写成比较，例如 … <> 0", "write a comparison such as … <> 0"),
        (FormulaTypeKind.Text or FormulaTypeKind.Blank, FormulaTypeKind.Boolean)
            => new("请写成比较，例如 … = \"是\"", "write a comparison such as … = \"yes\""),
        (FormulaTypeKind.Text or FormulaTypeKind.Blank, FormulaTypeKind.Date or FormulaTypeKind.DateTime)
            => new("请写成 #2024-01-31# 或用 DATEVALUE(…) 转换", "write #2024-01-31# or convert it with DATEVALUE(…)"),
        (FormulaTypeKind.Number, FormulaTypeKind.Time) => new("请用 TIME(时, 分, 秒)", "use TIME(hour, minute, second)"),
        (FormulaTypeKind.Number, FormulaTypeKind.Date or FormulaTypeKind.DateTime)
            => new("请用 DATE(年, 月, 日) 或 #2024-01-31#", "use DATE(year, month, day) or #2024-01-31#"),
        (FormulaTypeKind.Reference, _) => new("请取它的一个字段，例如 [客户.名称]", "take one of its fields, such as [customer.name]"),
        _ => null,
    };

    public static LocalizedText ForOperator(FormulaType left, FormulaType right)
        => Find(left, FormulaType.Number) is { } remedy && !left.IsNumeric
            ? remedy
            : Find(right, FormulaType.Number) ?? new("请让两边类型一致", "make both sides the same type");
}
