using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class Text : FormulaFunction
{
    public override string Name => "TEXT";

    public override IReadOnlyList<string> Aliases => ["格式"];

    public override LocalizedText Help => new(
        "按 Excel 的格式把数字、日期写成文本，例如 \"#,##0.00\"、\"0%\"、\"yyyy-mm-dd hh:mm\"。",
        "Writes a number or date in an Excel format such as \"#,##0.00\", \"0%\" or \"yyyy-mm-dd hh:mm\".");

    public override IReadOnlyList<FunctionExample> Examples =>
    [
        new("TEXT(1234.5, \"#,##0.00\")", "1,234.50"),
        new("TEXT(0.126, \"0.0%\")", "12.6%"),
        new("TEXT(#2024-01-31#, \"yyyy年m月d日\")", "2024年1月31日"),
    ];

    public override BlankRule Blanks => BlankRule.EmptyText;

    public override SqlProviders Sql => SqlProviders.None;

    public override LocalizedText? InsteadInSets => new(
        "请直接比较数字或日期，格式留给显示的列。", "Compare the number or date itself and leave the format to the column that shows it.");

    protected override IReadOnlyList<string> Forms =>
    [
        "number value/数值, text format/格式 -> text",
        "date value/日期, text format/格式 -> text",
        "datetime value/日期时间, text format/格式 -> text",
    ];

    internal override Emitted Emit(CallEmitter call)
    {
        var primitive = call.Nodes[0].Type.Kind switch
        {
            FormulaTypeKind.Date => nameof(FormulaPrimitives.FormatDate),
            FormulaTypeKind.DateTime => nameof(FormulaPrimitives.FormatDateTime),
            _ => nameof(FormulaPrimitives.FormatNumber),
        };
        return new(call.Primitive(primitive), call.ArgumentFailure);
    }
}
