using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Formula.Binding;

/// <summary>The type of an expression, known before anything is evaluated.</summary>
/// <param name="Element">Of a list.</param>
/// <param name="Schema">Of rows and references, where it is known.</param>
/// <param name="Letter">Of a variable.</param>
public sealed record FormulaType(FormulaTypeKind Kind, FormulaType? Element = null, IFormulaSchema? Schema = null, string Letter = "")
{
    public static FormulaType Error { get; } = new(FormulaTypeKind.Error);

    public static FormulaType Blank { get; } = new(FormulaTypeKind.Blank);

    public static FormulaType Text { get; } = new(FormulaTypeKind.Text);

    public static FormulaType Number { get; } = new(FormulaTypeKind.Number);

    public static FormulaType Boolean { get; } = new(FormulaTypeKind.Boolean);

    public static FormulaType Date { get; } = new(FormulaTypeKind.Date);

    public static FormulaType DateTime { get; } = new(FormulaTypeKind.DateTime);

    public static FormulaType Time { get; } = new(FormulaTypeKind.Time);

    public static FormulaType Reference { get; } = new(FormulaTypeKind.Reference);

    public static FormulaType ListOf(FormulaType element) => new(FormulaTypeKind.List, element);

    public static FormulaType RowsOf(IFormulaSchema? schema) => new(FormulaTypeKind.Rows, Schema: schema);

    public bool IsError => Kind == FormulaTypeKind.Error;

    public bool IsNumeric => Kind is FormulaTypeKind.Number or FormulaTypeKind.Time;

    /// <summary>Values of this type in memory; null is blank.</summary>
    public Type ClrType => Kind switch
    {
        FormulaTypeKind.Text or FormulaTypeKind.Blank => typeof(string),
        FormulaTypeKind.Number or FormulaTypeKind.Time => typeof(decimal?),
        FormulaTypeKind.Boolean => typeof(bool?),
        FormulaTypeKind.Date => typeof(DateOnly?),
        FormulaTypeKind.DateTime => typeof(DateTime?),
        FormulaTypeKind.Reference => typeof(long?),
        FormulaTypeKind.List => typeof(IReadOnlyList<>).MakeGenericType(Element!.ClrType),
        FormulaTypeKind.Rows => typeof(IReadOnlyList<Compilation.IFormulaRow>),
        _ => typeof(object),
    };

    public static FormulaType Of(ValueKind kind, IFormulaSchema? target = null) => kind switch
    {
        ValueKind.Text => Text,
        ValueKind.Number => Number,
        ValueKind.Boolean => Boolean,
        ValueKind.Date => Date,
        ValueKind.DateTime => DateTime,
        ValueKind.Time => Time,
        ValueKind.Reference => Reference with { Schema = target },
        _ => RowsOf(target),
    };

    /// <summary>Rows and references differ by kind only: which form they come from does not decide what fits.</summary>
    public bool Is(FormulaType other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && (Kind != FormulaTypeKind.List || Element!.Is(other.Element!));
    }

    public LocalizedText Name => Kind switch
    {
        FormulaTypeKind.Text => new("文本", "text"),
        FormulaTypeKind.Blank => new("空值", "a blank"),
        FormulaTypeKind.Number => new("数字", "number"),
        FormulaTypeKind.Boolean => new("真假值", "true/false"),
        FormulaTypeKind.Date => new("日期", "date"),
        FormulaTypeKind.DateTime => new("日期时间", "date and time"),
        FormulaTypeKind.Time => new("时间", "time"),
        FormulaTypeKind.Reference => new("关联记录", "reference"),
        FormulaTypeKind.List => new($"{Element!.Name.Chinese}列表", $"list of {Element.Name.English}"),
        FormulaTypeKind.Rows => new("子表或关联数据的行", "rows"),
        _ => new("任意类型", "any type"),
    };

    public override string ToString() => Name.English!;
}
