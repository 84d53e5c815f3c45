using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Functions.Texts;

public sealed class RegexMatch : PrimitiveFunction
{
    public override string Name => "REGEXMATCH";

    public override IReadOnlyList<string> Aliases => ["正则匹配"];

    public override LocalizedText Help => new(
        "文本是否符合正则表达式；表达式必须直接写在公式里，不支持回溯写法。",
        "Whether a text matches a regular expression, which must be written out and may not backtrack.");

    public override IReadOnlyList<FunctionExample> Examples =>
        [new("REGEXMATCH(\"13812345678\", \"^1[3-9]\\d{9}$\")", "TRUE"), new("REGEXMATCH(\"abc\", \"\\d\")", "FALSE")];

    public override BlankRule Blanks => BlankRule.False;

    // The pattern is for .NET: what \d, \w or a class mean differs in PostgreSQL.
    public override SqlProviders Sql => SqlProviders.Sqlite;

    public override LocalizedText? InsteadInSets => new("请改用 STARTSWITH、ENDSWITH 或 CONTAINS。", "Use STARTSWITH, ENDSWITH or CONTAINS.");

    protected override IReadOnlyList<string> Forms => ["text text/文本, text pattern/正则表达式 -> boolean"];

    protected override string Primitive => nameof(FormulaPrimitives.RegexMatch);

    public override void Check(BoundNode.Call call, ICollection<FormulaDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var pattern = call.Arguments[1];
        if (pattern is not BoundNode.Literal { Value: string text })
        {
            diagnostics.Add(FormulaDiagnostics.LiteralNeeded(pattern.Span, new("正则表达式", "The regular expression")));
        }
        else if (!PatternCache.IsValid(text))
        {
            diagnostics.Add(FormulaDiagnostics.BadPattern(pattern.Span));
        }
    }
}
