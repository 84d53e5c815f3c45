using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Specifications.Formulas;

namespace LowCodeErp.Formula.Tests;

/// <summary>
/// An order with a customer and three lines, and a blank field of each kind; the text cases are written against it.
/// It is 2024-02-06 12:00 in Shanghai.
/// </summary>
internal static class Sample
{
    public static IFormulaSchema Customer { get; } = Schema("customer",
        ("name", "名称", ValueKind.Text, null), ("tier", "等级", ValueKind.Text, null), ("limit", "额度", ValueKind.Number, null));

    public static IFormulaSchema Line { get; } = Schema("order-line",
        ("product", "产品", ValueKind.Text, null), ("quantity", "数量", ValueKind.Number, null), ("price", "单价", ValueKind.Number, null),
        ("amount", "金额", ValueKind.Number, null), ("delivered", "交货日期", ValueKind.Date, null));

    public static IFormulaSchema Order { get; } = AddTags(Schema("order",
        ("quantity", "数量", ValueKind.Number, null), ("price", "单价", ValueKind.Number, null), ("name", "名称", ValueKind.Text, null),
        ("order-date", "下单日期", ValueKind.Date, null), ("due-date", "到期日", ValueKind.Date, null),
        ("created", "创建时间", ValueKind.DateTime, null), ("paid", "已付", ValueKind.Boolean, null),
        ("customer", "客户", ValueKind.Reference, () => Customer), ("lines", "明细", ValueKind.Table, () => Line),
        ("no-number", "空数字", ValueKind.Number, null), ("no-text", "空文本", ValueKind.Text, null),
        ("no-date", "空日期", ValueKind.Date, null), ("no-boolean", "空真假", ValueKind.Boolean, null),
        ("no-customer", "空客户", ValueKind.Reference, () => Customer), ("no-lines", "空明细", ValueKind.Table, () => Line)));

    public static EvaluationContext Context { get; } = new(new DateTime(2024, 2, 6, 4, 0, 0, DateTimeKind.Utc)) { CurrentUser = null };

    /// <summary>What random formulas over an order are made of.</summary>
    public static FormulaParts Parts { get; } = new()
    {
        Leaves = new Dictionary<FormulaTypeKind, string[]>
        {
            [FormulaTypeKind.Number] = ["0", "1", "2.5", "12%", "99999.99", "[数量]", "[单价]", "[空数字]", "[客户.额度]", "COUNT([明细])"],
            [FormulaTypeKind.Text] = ["\"a\"", "\"𠮷野家\"", "\"12\"", "[名称]", "[空文本]", "[客户.等级]", "[空客户.名称]"],
            [FormulaTypeKind.Boolean] = ["TRUE", "假", "[已付]", "[空真假]", "[数量] > 3", "[名称] = \"a\"", "[空数字] <= 1"],
            [FormulaTypeKind.Date] = ["#2024-02-29#", "#2024-01-31#", "[到期日]", "[下单日期]", "[空日期]", "TODAY()"],
            [FormulaTypeKind.DateTime] = ["#2024-01-31 08:30#", "[创建时间]", "NOW()"],
            [FormulaTypeKind.Time] = ["TIME(8, 30, 0)", "TIME(0, 0, 1)"],
            [FormulaTypeKind.Reference] = ["[客户]", "[空客户]", "CURRENTUSER()"],
        },
        Lists = new Dictionary<FormulaTypeKind, string[]>
        {
            [FormulaTypeKind.Number] = ["[明细.金额]", "{1, 2, 3}", "[空明细.数量]"],
            [FormulaTypeKind.Text] = ["[标签]", "[明细.产品]", "{\"a\", \"\"}"],
            [FormulaTypeKind.Date] = ["[明细.交货日期]", "{#2024-02-29#}"],
            [FormulaTypeKind.Boolean] = ["{TRUE, FALSE}"],
        },
        Rows = ["[明细]", "[空明细]"],
    };

    public static ArrayRow Record { get; } = MakeRecord(new DateOnly(2024, 1, 31));

    public static ArrayRow MakeRecord(DateOnly dueDate, decimal quantity = 5)
    {
        var customer = new ArrayRow(["星河贸易", "A", 50_000m]);
        ArrayRow[] lines =
        [
            new(["螺丝", 2m, 10m, 20m, new DateOnly(2024, 2, 1)]),
            new(["螺母", 3m, 5m, 15m, null]),
            new(["垫片", null, 1.5m, null, new DateOnly(2024, 2, 10)]),
        ];
        return new ArrayRow(
            [
                quantity, 12.5m, "张三", new DateOnly(2024, 1, 15), dueDate, new DateTime(2024, 1, 15, 1, 30, 0, DateTimeKind.Utc), true,
                7L, lines, null, null, null, null, null, null, (IReadOnlyList<string?>)["急", "大客户"],
            ],
            new Dictionary<int, IFormulaRow> { [7] = customer });
    }

    public static CompiledFormula Compile(string text, FormulaOptions? options = null) => FormulaCompiler.Compile(text, Order, options);

    private static FormulaSchema AddTags(FormulaSchema schema)
        => schema with { Fields = [.. schema.Fields, new("tags", new("标签", "Tags"), ValueKind.Text, schema.Fields.Count, IsList: true)] };

    private static FormulaSchema Schema(string key, params (string Key, string Label, ValueKind Kind, Func<IFormulaSchema>? Target)[] fields)
        => new(key, 1, fields.Select((field, ordinal) => new FormulaField(
            field.Key, new LocalizedText(field.Label), field.Kind, ordinal, field.Target)).ToArray());
}
