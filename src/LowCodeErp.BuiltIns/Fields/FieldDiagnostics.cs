using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>Everything the built-in field types can object to: first what people enter, then what authors set.</summary>
public static partial class FieldDiagnostics
{
    public static Diagnostic TextTooLong(string path, int length, int maximum)
        => Error("field.text.too-long", path, $"内容有 {length} 个字，最多允许 {maximum} 个。请缩短。", $"The text has {length} characters, at most {maximum} are allowed. Shorten it.");

    public static Diagnostic NumberUnreadable(string path, InputValue input)
        => Error("field.number.unreadable", path, $"{Quote(input, "“", "”")}不是数字。请填写数字，例如 1,234.5。", $"{Quote(input)} is not a number. Enter one such as 1,234.5.");

    public static Diagnostic NumberIsPercentage(string path, InputValue input)
        => Error("field.number.percentage", path, $"{Quote(input, "“", "”")}带有百分号。请按小数填写，例如 12% 写成 0.12。", $"{Quote(input)} is a percentage. Enter it as a fraction, for example 0.12 for 12%.");

    public static Diagnostic NumberTooLong(string path, int digits, int decimals)
        => Error("field.number.too-long", path, $"数字太长：小数点前最多 {digits} 位（小数 {decimals} 位，合计 15 位）。编号等长数字请用文本字段。", $"The number is too long: at most {digits} digits before the point (with {decimals} behind it, 15 in all). Use a text field for long codes.");

    public static Diagnostic NumberTooSmall(string path, decimal minimum)
        => Error("field.number.too-small", path, $"不能小于 {Number(minimum)}。请填写 {Number(minimum)} 或更大的数字。", $"The smallest number allowed is {Number(minimum)}. Enter that or more.");

    public static Diagnostic NumberTooLarge(string path, decimal maximum)
        => Error("field.number.too-large", path, $"不能大于 {Number(maximum)}。请填写 {Number(maximum)} 或更小的数字。", $"The largest number allowed is {Number(maximum)}. Enter that or less.");

    public static Diagnostic MoneyInOtherCurrency(string path, InputValue input, string currency)
        => Error("field.money.other-currency", path, $"{Quote(input, "“", "”")}的币种与本字段的币种 {currency} 不同。请换算成 {currency} 后填写金额。", $"{Quote(input)} is not in {currency}, the currency of this field. Convert it and enter the amount in {currency}.");

    public static Diagnostic DateUnreadable(string path, InputValue input)
        => Error("field.date.unreadable", path, $"{Quote(input, "“", "”")}不是有效日期。请按 2026-03-05、2026/3/5、2026年3月5日 或 20260305 填写。", $"{Quote(input)} is not a date. Enter it as 2026-03-05, 2026/3/5 or 20260305.");

    public static Diagnostic DateIsSerialNumber(string path, InputValue input)
        => Error("field.date.serial-number", path, $"{Quote(input, "“", "”")}是数字而不是日期。请在 Excel 中把单元格格式改为“日期”，或按 2026-03-05 填写。", $"{Quote(input)} is a number, not a date. Format the cell as a date in Excel, or enter it as 2026-03-05.");

    public static Diagnostic DateTooEarly(string path, DateOnly minimum)
        => Error("field.date.too-early", path, $"日期不能早于 {Date(minimum)}。请填写该日或之后的日期。", $"The earliest date allowed is {Date(minimum)}. Enter that or a later one.");

    public static Diagnostic DateTooLate(string path, DateOnly maximum)
        => Error("field.date.too-late", path, $"日期不能晚于 {Date(maximum)}。请填写该日或之前的日期。", $"The latest date allowed is {Date(maximum)}. Enter that or an earlier one.");

    public static Diagnostic ChoiceUnknown(string path, InputValue input, IEnumerable<LocalizedText> labels)
    {
        var all = labels.ToList();
        var chinese = string.Join('、', all.Select(label => label.Chinese));
        var english = string.Join(", ", all.Select(label => label.In(CultureInfo.GetCultureInfo("en"))));
        return Error("field.choice.unknown", path, $"没有{Quote(input, "“", "”")}这个选项。可选：{chinese}。", $"{Quote(input)} is not an option. Choose one of: {english}.");
    }

    public static Diagnostic RecordNotFound(string path, InputValue input)
        => Error("field.reference.not-found", path, $"没有找到{Quote(input, "“", "”")}。请从列表中选择，或先新建这条数据。", $"{Quote(input)} was not found. Choose from the list, or create that record first.");

    public static Diagnostic MemberNotFound(string path, InputValue input)
        => Error("field.member.not-found", path, $"没有找到成员{Quote(input, "“", "”")}。请从列表中选择在职成员。", $"There is no member {Quote(input)}. Choose an active member from the list.");

    public static Diagnostic DepartmentNotFound(string path, InputValue input)
        => Error("field.department.not-found", path, $"没有找到部门{Quote(input, "“", "”")}。请从列表中选择。", $"There is no department {Quote(input)}. Choose one from the list.");

    public static Diagnostic ButtonHoldsNothing(string path)
        => Error("field.button.no-value", path, "按钮没有值，不能填写。请去掉这一列。", "A button holds no value and cannot be filled in. Leave it out.");

    public static Diagnostic ButtonDoesNothing(string path)
        => Error("field.button.action", path, "按钮应恰好设置一种动作：link（打开链接）或 form（新建该表单的数据）。", "A button has exactly one action: link, or form for a new record of it.");

    public static Diagnostic ButtonLinkUnsafe(string path)
        => Error("field.button.link", path, "链接应以 https://、http://、tel: 或 mailto: 开头，网址的主机名要写明，不能来自字段。例如 https://www.example.com/search?q={name}。", "The link must begin with https://, http://, tel: or mailto:, and name its host itself, not by a field. For example https://www.example.com/search?q={name}.");

    public static Diagnostic SubTableIsNotOneValue(string path)
        => Error("field.sub-table.one-value", path, "子表单不能只填一个值。请逐行填写明细。", "A sub-table does not take a single value. Enter its lines.");

    public static Diagnostic TooFewLines(string path, int minimum)
        => Error("field.sub-table.too-few-lines", path, $"至少需要 {minimum} 行。请添加明细行。", $"At least {minimum} lines are needed. Add lines.");

    public static Diagnostic TooManyLines(string path, int maximum)
        => Error("field.sub-table.too-many-lines", path, $"最多允许 {maximum} 行。请删除多余的行，或分成几条数据。", $"At most {maximum} lines are allowed. Delete some, or spread them over several records.");

    public static Diagnostic PasteOfTooManyLines(string path, int lines, int maximum) => Error(
        "field.sub-table.paste-too-many-lines", path,
        $"粘贴的内容有 {lines:N0} 行，这里最多允许 {maximum:N0} 行，因此一行也没有粘贴。请分批粘贴到几条数据中，或者在列表页用“导入”导入文件。",
        $"{lines:N0} lines were pasted, but at most {maximum:N0} are allowed here, so none was taken. Spread them over several records, or import a file on the list page.");

    public static Diagnostic PasteTooLong(string path, int characters, int maximum) => Error(
        "field.sub-table.paste-too-long", path,
        $"粘贴的内容有 {characters:N0} 个字符，一次最多 {maximum:N0} 个，因此没有粘贴。请分批粘贴，或者在列表页用“导入”导入文件。",
        $"{characters:N0} characters were pasted, but at most {maximum:N0} are taken at once, so nothing was. Paste a part at a time, or import a file on the list page.");

    public static Diagnostic MaximumLengthOutOfRange(string path, int limit)
        => Error("field.text.maximum-length", path, $"最大长度应在 1 到 {limit} 之间。", $"The maximum length must lie between 1 and {limit}.");

    public static Diagnostic DecimalsOutOfRange(string path, int limit)
        => Error("field.number.decimals", path, $"小数位数应在 0 到 {limit} 之间。", $"The number of decimals must lie between 0 and {limit}.");

    public static Diagnostic RangeReversed(string path)
        => Error("field.range.reversed", path, "最小值大于最大值，任何内容都无法通过。请对调或修改其中一个。", "The minimum is greater than the maximum, so nothing would be allowed. Swap them or change one.");

    public static Diagnostic CurrencyCodeInvalid(string path, string currency)
        => Error("field.money.currency-code", path, $"“{currency}”不是币种代码。请填写三个大写字母，例如 CNY、USD。", $"'{currency}' is not a currency code. Enter three capital letters such as CNY or USD.");

    public static Diagnostic NoOptions(string path)
        => Error("field.choice.no-options", path, "没有任何选项。请至少添加一个选项。", "There are no options. Add at least one.");

    public static Diagnostic OptionKeyInvalid(string path, string key, int limit)
        => Error("field.choice.option-key", path, $"选项的键“{key}”无效。请用 1 到 {limit} 个英文字母、数字或符号（不含空格）。", $"The option key '{key}' is not valid. Use 1 to {limit} ASCII letters, digits or signs, without spaces.");

    public static Diagnostic OptionHasNoLabel(string path, string key)
        => Error("field.choice.option-label", path, $"选项“{key}”没有名称。请填写名称。", $"The option '{key}' has no label. Give it one.");

    public static Diagnostic OptionAmbiguous(string path, string name)
        => Error("field.choice.option-twice", path, $"有两个选项都叫“{name}”（键或名称）。请修改其中一个，否则导入时无法区分。", $"Two options are called '{name}' (as key or label). Change one, or an import cannot tell them apart.");

    public static Diagnostic ReferenceWithoutForm(string path)
        => Error("field.reference.no-form", path, "没有指定关联的表单。请填写目标表单的键。", "No form is named. Enter the key of the form to refer to.");

    public static Diagnostic SubTableWithoutFields(string path)
        => Error("field.sub-table.no-fields", path, "子表单没有字段。请至少添加一个字段。", "The sub-table has no fields. Add at least one.");

    public static Diagnostic SubTableInSubTable(string path)
        => Error("field.sub-table.nested", path, "子表单里不能再放子表单。请把它移到主表单，或改为单独的表单并用关联字段。", "A sub-table cannot contain another. Move it to the form itself, or make it a form of its own with a reference.");

    public static Diagnostic LineLimitOutOfRange(string path, int limit)
        => Error("field.sub-table.line-limit", path, $"行数限制应在 0 到 {limit} 之间。", $"The limit of lines must lie between 0 and {limit}.");

    public static Diagnostic TotalOfUnknownField(string path, string key)
        => Error("field.sub-table.total", path, $"合计字段“{key}”不在子表单的字段中。请改为其中一个字段的键。", $"The total '{key}' is not a field of the sub-table. Name one of its fields.");

    public static Diagnostic PatternUnreadable(string path, string part)
        => Error("field.auto-number.part", path, $"编号规则中的“{part}”无法识别。可用：{{yyyy}}、{{yy}}、{{MM}}、{{dd}} 和序号 {{0000}}。", $"The part '{part}' of the pattern is not known. Use {{yyyy}}, {{yy}}, {{MM}}, {{dd}} and a counter such as {{0000}}.");

    public static Diagnostic PatternNeedsOneCounter(string path)
        => Error("field.auto-number.counter", path, "编号规则必须恰好有一个序号，例如 {0000}。", "The pattern must have exactly one counter, such as {0000}.");

    public static Diagnostic PatternRepeats(string path)
        => Error("field.auto-number.repeats", path, "编号会重复：按月编号必须带年份，按日编号必须带年份和月份。请补上 {yyyy} 或 {MM}。", "Numbers would repeat: a month needs the year with it, a day the year and the month. Add {yyyy} or {MM}.");

    public static Diagnostic PatternTooLong(string path, int limit)
        => Error("field.auto-number.too-long", path, $"编号规则太长，最多 {limit} 个字符。", $"The pattern is too long; at most {limit} characters.");

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new(code, Severity.Error, path, new LocalizedText(chinese, english));

    private static string Quote(InputValue input, string open = "'", string close = "'")
        => $"{open}{ShortText.Of(Convert.ToString(input.Content, CultureInfo.InvariantCulture) ?? "")}{close}";

    private static string Number(decimal number) => number.ToString("#,##0.##########", CultureInfo.InvariantCulture);

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
