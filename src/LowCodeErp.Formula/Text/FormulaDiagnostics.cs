using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Text;

/// <summary>Every mistake that a formula can contain. Codes are permanent; the sentences name the remedy.</summary>
public static class FormulaDiagnostics
{
    private static FormulaDiagnostic Error(string code, TextSpan span, string chinese, string english)
        => new("formula." + code, Severity.Error, span, new LocalizedText(chinese, english));

    private static FormulaDiagnostic Warning(string code, TextSpan span, string chinese, string english)
        => new("formula." + code, Severity.Warning, span, new LocalizedText(chinese, english));

    private static string Shorten(string text) => text.Length > 40 ? text[..40] + "…" : text;

    // Text and syntax

    public static FormulaDiagnostic Empty(TextSpan span) => Error("empty", span,
        "公式是空的，请写一个表达式，例如 [单价] * [数量]。", "The formula is empty; write an expression such as [price] * [quantity].");

    public static FormulaDiagnostic TextTooLong(TextSpan span) => Error("too-long", span,
        $"公式超过 {FormulaLimits.Characters} 个字符，请拆成几个计算字段。",
        $"The formula has more than {FormulaLimits.Characters} characters; split it into several computed fields.");

    public static FormulaDiagnostic TooManyNodes(TextSpan span) => Error("too-many-parts", span,
        $"公式超过 {FormulaLimits.Nodes} 个组成部分，请拆成几个计算字段。",
        $"The formula has more than {FormulaLimits.Nodes} parts; split it into several computed fields.");

    public static FormulaDiagnostic TooDeep(TextSpan span) => Error("too-deep", span,
        $"括号或函数嵌套超过 {FormulaLimits.Depth} 层，请把里层拆成计算字段，或用 IFS、SWITCH 代替层层 IF。",
        $"Brackets or functions are nested more than {FormulaLimits.Depth} deep; move the inner part to a computed field, or use IFS or SWITCH instead of nested IF.");

    public static FormulaDiagnostic TooHigh(TextSpan span) => Error("too-deep", span,
        $"一连串运算超过 {FormulaLimits.Height} 项，请用 SUM、CONCATENATE 等函数，或拆成几个计算字段。",
        $"A chain of operators has more than {FormulaLimits.Height} operands; use SUM, CONCATENATE and the like, or split it into several computed fields.");

    public static FormulaDiagnostic TooCostly(TextSpan span) => Error("too-costly", span,
        "公式计算量过大：IFERROR、ISERROR 之类嵌套太多。请把里层拆成计算字段。",
        "The formula is too costly: IFERROR, ISERROR and the like are nested too often. Move the inner part to a computed field.");

    public static FormulaDiagnostic UnknownCharacter(TextSpan span, string character) => Error("unknown-character", span,
        $"不认识字符“{character}”，请删除它；文本要写在引号里，字段要写在 [ ] 里。",
        $"The character '{character}' means nothing here; remove it. Texts go in quotes, fields in [ ].");

    public static FormulaDiagnostic TextNotClosed(TextSpan span, char quote) => Error("text-not-closed", span,
        $"文本没有结束，请在末尾补上 {quote}。", $"The text is not closed; add {quote} at its end.");

    public static FormulaDiagnostic FieldNotClosed(TextSpan span) => Error("field-not-closed", span,
        "字段没有结束，请在字段名后补上 ]。", "The field is not closed; add ] after its name.");

    public static FormulaDiagnostic FieldNameMissing(TextSpan span) => Error("field-name-missing", span,
        "方括号里没有字段名，请写成 [字段名]。", "There is no field name in the brackets; write [field name].");

    public static FormulaDiagnostic BadDate(TextSpan span, string text) => Error("bad-date", span,
        $"“{Shorten(text)}”不是日期，请写成 #2024-01-31# 或 #2024-01-31 08:30#。",
        $"'{Shorten(text)}' is not a date; write #2024-01-31# or #2024-01-31 08:30#.");

    public static FormulaDiagnostic NumberTooLarge(TextSpan span, string text) => Error("number-too-large", span,
        $"数字 {Shorten(text)} 太大，最多 28 位。", $"The number {Shorten(text)} is too large; it may have 28 digits at most.");

    public static FormulaDiagnostic NotClosed(TextSpan span, string open) => Error("not-closed", span,
        $"“{open}”没有配对的右括号，请补上。", $"'{open}' has no closing bracket; add it.");

    public static FormulaDiagnostic UnmatchedClose(TextSpan span) => Error("unmatched-close", span,
        "多了一个右括号，请删除它，或补上左括号。", "There is one closing bracket too many; remove it or add the opening one.");

    public static FormulaDiagnostic OperandMissing(TextSpan span) => Error("operand-missing", span,
        "这里缺少一个值、字段或函数，请补上，或删除多余的运算符或逗号。",
        "A value, field or function is missing here; add it, or remove the operator or comma that is too many.");

    public static FormulaDiagnostic OperatorMissing(TextSpan span, string text) => Error("operator-missing", span,
        $"“{Shorten(text)}”前缺少运算符或逗号，请补上，例如 +、& 或“，”。",
        $"An operator or comma is missing before '{Shorten(text)}'; add one, such as +, & or a comma.");

    public static FormulaDiagnostic CommaMissing(TextSpan span, string text) => Error("comma-missing", span,
        $"“{Shorten(text)}”前应为逗号或右括号，请补上。", $"A comma or a closing bracket is missing before '{Shorten(text)}'; add it.");

    public static FormulaDiagnostic InNeedsList(TextSpan span) => Error("in-needs-list", span,
        "IN 后面要写括号里的列表，例如 [状态] IN (\"新建\", \"进行中\")。",
        "IN is followed by a list in parentheses, such as [status] IN (\"new\", \"open\").");

    public static FormulaDiagnostic AmbiguousPower(TextSpan span) => Error("ambiguous-power", span,
        "负号和 ^ 放在一起有歧义，请加括号：(-2)^2 得 4，-(2^2) 得 -4。",
        "A minus sign together with ^ can be read two ways; add parentheses: (-2)^2 is 4, -(2^2) is -4.");

    public static FormulaDiagnostic ComparisonChain(TextSpan span) => Error("comparison-chain", span,
        "不能连续比较，请拆成两个条件：[a] < [b] AND [b] < [c]，或用 BETWEEN。",
        "Comparisons cannot be chained; write two conditions, [a] < [b] AND [b] < [c], or use BETWEEN.");

    // Names

    public static FormulaDiagnostic UnknownField(TextSpan span, string name, LocalizedText form, string? similar) => Error("unknown-field", span,
        $"“{Shorten(form.Chinese)}”没有字段“{Shorten(name)}”，{(similar is null ? "请从字段列表中选择。" : $"是不是 [{similar}]？")}",
        $"'{Shorten(form.English ?? form.Chinese)}' has no field '{Shorten(name)}'; {(similar is null ? "choose one from the list of fields." : $"did you mean [{similar}]?")}");

    public static FormulaDiagnostic EncryptedField(TextSpan span, string name) => Error("encrypted-field", span,
        $"字段“{name}”加密保存，公式不能读取它。请改用其他字段，或在该字段的高级属性中取消“敏感”。",
        $"The field \"{name}\" is stored encrypted, so that no formula can read it. Use another field, or take \"Sensitive\" off in its advanced properties.");

    public static FormulaDiagnostic AmbiguousField(TextSpan span, string name, IEnumerable<string> keys)
    {
        var choices = keys.Select(key => $"[{key}]").ToArray();
        return Error("ambiguous-field", span,
            $"有 {choices.Length} 个字段叫“{Shorten(name)}”，请用标识来区分：{string.Join(" 或 ", choices)}。",
            $"{choices.Length} fields are called '{Shorten(name)}'; use their keys to tell them apart: {string.Join(" or ", choices)}.");
    }

    public static FormulaDiagnostic NotAPath(TextSpan span, string name, LocalizedText type) => Error("not-a-path", span,
        $"“{Shorten(name)}”是{type.Chinese}，后面不能再接“.字段”，请去掉点号后的部分。",
        $"'{Shorten(name)}' is a {type.English}, so that no '.field' may follow; remove what comes after the dot.");

    public static FormulaDiagnostic TableInTable(TextSpan span, string name) => Error("table-in-table", span,
        $"一条路径只能经过一个子表，“{Shorten(name)}”是第二个，请在子表里加一个汇总字段。",
        $"A path may pass through one table only and '{Shorten(name)}' is the second; add a rollup field to the sub-table.");

    public static FormulaDiagnostic FieldInConstant(TextSpan span, string name) => Error("field-in-constant", span,
        $"这里不能使用字段“{Shorten(name)}”，因为没有当前数据，请改用固定值或 TODAY() 等函数。",
        $"The field '{Shorten(name)}' cannot be used here, since there is no record; use a fixed value or a function such as TODAY().");

    public static FormulaDiagnostic UnknownName(TextSpan span, string name) => Error("unknown-name", span,
        $"不认识“{Shorten(name)}”：字段请写成 [{Shorten(name)}]，文本请写成 \"{Shorten(name)}\"，函数后面要有括号。",
        $"'{Shorten(name)}' is unknown: write a field as [{Shorten(name)}], a text as \"{Shorten(name)}\", a function with parentheses.");

    public static FormulaDiagnostic ItemOutside(TextSpan span) => Error("item-outside", span,
        "“当前项”只能用在 MAP、FILTER、COUNTIF、SUMIF 等逐项计算的参数里。",
        "当前项 (ITEM) can only be used inside MAP, FILTER, COUNTIF, SUMIF and the like.");

    public static FormulaDiagnostic ItemIsRow(TextSpan span) => Error("item-is-row", span,
        "这里的当前项是一行数据，请直接写它的字段，例如 [数量]。", "The current item is a row here; write one of its fields, such as [quantity].");

    public static FormulaDiagnostic UnknownFunction(TextSpan span, string name, string? similar) => Error("unknown-function", span,
        $"没有函数“{Shorten(name)}”，{(similar is null ? "请从函数列表中选择。" : $"是不是 {similar}？")}",
        $"There is no function '{Shorten(name)}'; {(similar is null ? "choose one from the list of functions." : $"did you mean {similar}?")}");

    // Types

    public static FormulaDiagnostic ArgumentCount(TextSpan span, string function, int count, LocalizedText forms) => Error("argument-count", span,
        $"{function} 不能有 {count} 个参数，写法是：{forms.Chinese}。", $"{function} does not take {count} arguments; it is written: {forms.English}.");

    public static FormulaDiagnostic WrongType(TextSpan span, LocalizedText place, FormulaType expected, FormulaType actual)
    {
        var remedy = ConversionRemedies.Find(actual, expected);
        return Error("wrong-type", span,
            $"{place.Chinese}应为{expected.Name.Chinese}，这里是{actual.Name.Chinese}{(remedy is null ? "，请换一个值" : $"，{remedy.Chinese}")}。",
            $"{place.English} should be a {expected.Name.English} but is a {actual.Name.English}; {remedy?.English ?? "use another value"}.");
    }

    public static FormulaDiagnostic BranchesDiffer(TextSpan span, LocalizedText place, FormulaType expected, FormulaType actual) => Error(
        "branches-differ", span,
        $"{place.Chinese}是{actual.Name.Chinese}，和前面的{expected.Name.Chinese}不一致，请统一成一种类型，例如用 TEXT(…) 都转成文本。",
        $"{place.English} is a {actual.Name.English} but what stands before is a {expected.Name.English}; make them one type, for example texts with TEXT(…).");

    public static FormulaDiagnostic AddingText(TextSpan span) => Error("adding-text", span,
        "+ 只能相加数字，连接文本请用 &。", "+ adds numbers only; use & to join texts.");

    public static FormulaDiagnostic BadOperands(TextSpan span, string symbol, FormulaType left, FormulaType right)
    {
        var remedy = ConversionRemedies.ForOperator(left, right);
        return Error("bad-operands", span,
            $"{left.Name.Chinese}和{right.Name.Chinese}之间不能用 {symbol}，{remedy.Chinese}。",
            $"'{symbol}' cannot be used between a {left.Name.English} and a {right.Name.English}; {remedy.English}.");
    }

    public static FormulaDiagnostic TextOrder(TextSpan span, string symbol) => Error("text-order", span,
        $"文本不能用 {symbol} 比较大小，请用 =、<>、STARTSWITH，或先用 VALUE(…) 转成数字。",
        $"Texts cannot be ordered with '{symbol}'; use =, <> or STARTSWITH, or turn them into numbers with VALUE(…).");

    public static FormulaDiagnostic DateAsNumber(TextSpan span) => Warning("date-as-number", span,
        "这里把日期当成数字（自 1899-12-30 起的天数）使用。要算间隔请用 DAYS，要比较请用 DATE(…) 或 #2024-01-31#。",
        "A date is used as a number here (days since 1899-12-30). Use DAYS for a span, DATE(…) or #2024-01-31# to compare.");

    public static FormulaDiagnostic UnusedBranch(TextSpan span) => Warning("unused-branch", span,
        "这一部分永远不会用到，可以删除。", "This part is never used; it can be removed.");

    public static FormulaDiagnostic WrongResultType(TextSpan span, FormulaType expected, FormulaType actual)
        => WrongType(span, new LocalizedText("公式的结果", "The result of the formula"), expected, actual);

    // Functions and contexts

    public static FormulaDiagnostic NotInSets(TextSpan span, string what, LocalizedText? instead) => Error("not-in-sets", span,
        $"{what} 只能在单条数据上计算，不能用于列表筛选、批量规则等由数据库执行的地方。{instead?.Chinese ?? "请把它放到一个计算字段里，再引用该字段。"}",
        $"{what} works on one record only and cannot run in the database (list filters, rules over many records). {instead?.English ?? "Put it into a computed field and use that field."}");

    public static FormulaDiagnostic ListInSets(TextSpan span) => Error("list-in-sets", span,
        "由数据库执行的公式要得到一个值，不能是列表或多行。请用 SUM、COUNT、TEXTJOIN 等汇总成一个值。",
        "A formula that runs in the database gives one value, not a list or rows. Bring them together with SUM, COUNT, TEXTJOIN or the like.");

    public static FormulaDiagnostic NestedEach(TextSpan span, string function) => Error("nested-each", span,
        $"{function} 不能嵌套在另一个逐项计算里，请先在子表里加一个计算字段。",
        $"{function} cannot be used inside another function that goes through items; add a computed field to the sub-table first.");

    public static FormulaDiagnostic TooManySubqueries(TextSpan span) => Error("too-many-subqueries", span,
        $"公式对子表或关联数据的汇总超过 {FormulaLimits.Subqueries} 处，请拆成几个汇总字段。",
        $"The formula aggregates sub-tables or related records in more than {FormulaLimits.Subqueries} places; split it into rollup fields.");

    public static FormulaDiagnostic TooManyItems(TextSpan span) => Error("too-many-items", span,
        $"列表超过 {FormulaLimits.ListItems} 项，请改用一个表单保存这些值。",
        $"The list has more than {FormulaLimits.ListItems} items; keep such values in a form.");

    public static FormulaDiagnostic LiteralNeeded(TextSpan span, LocalizedText what) => Error("literal-needed", span,
        $"{what.Chinese}必须直接写在公式里，不能用字段或计算得出。", $"{what.English} must be written out in the formula, not taken from a field or computed.");

    public static FormulaDiagnostic NotAChoice(TextSpan span, LocalizedText what, string choices) => Error("not-a-choice", span,
        $"{what.Chinese}只能是：{choices}。", $"{what.English} must be one of: {choices}.");

    public static FormulaDiagnostic BadPattern(TextSpan span) => Error("bad-pattern", span,
        "正则表达式写错了，或用了不支持的回溯写法（如 (?=…)、\\1），请修改。",
        "The regular expression is malformed or uses backtracking such as (?=…) or \\1, which is not supported; change it.");

    public static FormulaDiagnostic FieldNeeded(TextSpan span, string function) => Error("field-needed", span,
        $"{function} 的参数必须是当前数据的一个字段，例如 {function}([金额])，不能是子表的列。",
        $"The argument of {function} must be a field of the record itself, such as {function}([amount]), not a column of a sub-table.");

    // Run time

    public static FormulaDiagnostic Failed(TextSpan span) => Warning("failed", span,
        "计算没有结果（例如除以 0、文本不是数字），结果为空。可用 IFERROR 指定出错时的值。",
        "The calculation failed (a division by zero, a text that is no number …), so the result is blank. Use IFERROR to say what it should be then.");

    public static FormulaDiagnostic Overflowed(TextSpan span) => Warning("overflowed", span,
        $"数字太大，或文本超过 {FormulaLimits.TextLength} 个字符，结果为空。请检查输入的值。",
        $"A number is too large or a text longer than {FormulaLimits.TextLength} characters, so the result is blank. Check the values that go in.");
}
