using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Compilation;

/// <summary>What can be wrong with the definitions of an app, in words for its author.</summary>
public static class CompilationDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic UnknownFieldType(string path, string type, IEnumerable<string> known) => Error(
        "field.type.unknown", path,
        $"没有字段类型“{type}”；可用的有：{string.Join("、", known)}。",
        $"There is no field type \"{type}\"; there are {string.Join(", ", known)}.");

    public static Diagnostic WrongKind(string path, string field, ValueKind kind) => Error(
        "path.kind", path,
        $"“{field}”的类型不对，这里需要{ChineseName(kind)}字段。",
        $"\"{field}\" has the wrong type; this takes a {kind.ToString().ToLowerInvariant()} field.");

    public static Diagnostic OptionalCycle(string path, string cycle) => new(
        "metadata.reference.cycle", Severity.Warning, path,
        new($"关联形成循环：{cycle}。它们都不是必填，所以可以发布；请确认这是有意的。",
            $"References form a circle: {cycle}. None of them is required, so it can be published; make sure that it is meant."));

    public static Diagnostic InvalidKey(string path, string key) => Error(
        "key.invalid", path,
        $"“{key}”不能作为标识：只能用小写字母、数字和连字符，以字母开头，最多 50 个字符，且不以 sys- 开头。",
        $"\"{key}\" cannot be a key: use lower-case letters, digits and hyphens, start with a letter, at most 50 characters, not starting with sys-.");

    public static Diagnostic DuplicateApp(string path, string key) => Error(
        "app.duplicate", path,
        $"应用“{key}”已经存在，请换一个标识。",
        $"There is an app \"{key}\" already; choose another key.");

    public static Diagnostic AppMissing(string path, string key) => Error(
        "app.missing", path,
        $"需要先安装应用“{key}”，本应用的表单要关联它的表单。",
        $"Install the app \"{key}\" first; forms of this one refer to its forms.");

    public static Diagnostic DuplicateForm(string path, string key, string file) => Error(
        "form.duplicate", path,
        $"表单“{key}”已在 {file} 中定义，请换一个标识（子表单的标识是“表单-字段”）。",
        $"Form \"{key}\" is defined in {file} already; choose another key (a sub-table's form has the key \"form-field\").");

    public static Diagnostic DuplicateField(string path, string key) => Error(
        "field.duplicate", path,
        $"本表单已有字段“{key}”，请换一个标识。",
        $"The form has a field \"{key}\" already; choose another key.");

    public static Diagnostic ReservedField(string path, string key) => Error(
        "field.reserved", path,
        $"“{key}”是系统保留的列名，请换一个标识。",
        $"\"{key}\" is a column of the system; choose another key.");

    public static Diagnostic DuplicateTierModel(string path, string key) => Error(
        "tier-model.duplicate", path,
        $"分级模型“{key}”已经存在，请换一个标识。",
        $"There is a tier model \"{key}\" already; choose another key.");

    public static Diagnostic UnknownForm(string path, string key) => Error(
        "form.unknown", path,
        $"没有表单“{key}”，请检查标识或先添加该表单。",
        $"There is no form \"{key}\"; check the key or add the form first.");

    public static Diagnostic UnknownField(string path, LocalizedText form, string key) => Error(
        "field.unknown", path,
        $"表单“{form.Chinese}”没有可用的字段“{key}”，请检查标识。",
        $"Form \"{form.In(English)}\" has no such field \"{key}\" that can be used here; check the key.");

    public static Diagnostic LookupWithFormula(string path, LocalizedText field) => Error(
        "lookup.formula", path,
        $"查找引用字段“{field.Chinese}”自己就是公式，不能另写公式；请删除公式，或换成别的字段类型。",
        $"The lookup \"{field.In(English)}\" is a formula by itself and cannot have another; remove the formula or choose another field type.");

    public static Diagnostic LookupWithoutReference(string path, LocalizedText field, string reference) => Error(
        "lookup.reference", path,
        $"查找引用字段“{field.Chinese}”要通过本表单的一个关联字段取值，“{reference}”不是；请填一个关联单条数据的字段的标识。",
        $"The lookup \"{field.In(English)}\" reads through a reference of its own form, which \"{reference}\" is not; name a field that refers to one record.");

    public static Diagnostic ReferenceToLines(string path, string key) => Error(
        "reference.to-lines", path,
        $"“{key}”是子表单，不能被关联；请关联它所属的表单。",
        $"\"{key}\" is a sub-table and cannot be referred to; refer to the form it belongs to.");

    public static Diagnostic NestedSubTable(string path, LocalizedText field) => Error(
        "sub-table.nested", path,
        $"子表单里不能再放子表单（字段“{field.Chinese}”），请改用关联。",
        $"A sub-table cannot hold another one (field \"{field.In(English)}\"); use a reference instead.");

    public static Diagnostic UnsuitableDefault(string path, LocalizedText field) => Error(
        "field.default.unsuitable", path,
        $"字段“{field.Chinese}”不能有这样的默认值；默认值须是文本、数字或是否（多值字段可以是它们的列表），且字段不是关联、成员或子表单。",
        $"Field \"{field.In(English)}\" cannot have such a default: it must be a text, number or boolean (or a list of them for a field of several values), and the field no reference, member or sub-table.");

    public static Diagnostic UniqueList(string path, LocalizedText field) => Error(
        "field.unique.list", path,
        $"字段“{field.Chinese}”可以有多个值，不能要求不重复，也不能作为编码字段；请去掉 unique 或改用单值字段。",
        $"Field \"{field.In(English)}\" holds several values, so it can neither be unique nor be the code; leave out \"unique\" or use a field of one value.");

    public static Diagnostic FormInTwoGroups(string path, LocalizedText group) => Error(
        "app.groups.form-twice", path,
        $"菜单分组“{group.Chinese}”中有表单已经在另一个分组里；一个表单只能在一个分组中。",
        $"Menu group \"{group.In(English)}\" holds a form that another group holds already; a form can stand in one group.");

    public static Diagnostic TitleIsList(string path, LocalizedText field) => Error(
        "form.title.list", path,
        $"字段“{field.Chinese}”可以有多个值，不能作为标题字段；请改用单值字段。",
        $"Field \"{field.In(English)}\" holds several values, so it cannot be the title; choose a field of one value.");

    public static Diagnostic OwnerIsNoMember(string path, LocalizedText field) => Error(
        "form.owner.no-member", path,
        $"字段“{field.Chinese}”不能作为负责人字段：负责人必须是填写的单个成员字段。",
        $"Field \"{field.In(English)}\" cannot name who is responsible: that takes a field of one member which people fill in.");

    public static Diagnostic RequiredCycle(string path, string cycle) => Error(
        "reference.required-cycle", path,
        $"必填的关联形成循环：{cycle}。这样永远无法新建第一条数据，请把其中一个关联改为非必填。",
        $"Required references form a circle: {cycle}. No record could ever be the first; make one of them optional.");

    public static Diagnostic UnknownPath(string path, LocalizedText form, string route) => Error(
        "path.unknown", path,
        $"从表单“{form.Chinese}”出发找不到“{route}”；路径由字段标识组成，中间的字段必须是关联，如 order.customer。",
        $"\"{route}\" leads nowhere from form \"{form.In(English)}\"; a path consists of field keys, all but the last being references, such as order.customer.");

    public static Diagnostic WrongSubject(string path, string route, LocalizedText form) => Error(
        "tier-model.subject", path,
        $"“{route}”没有指向要分级的表单“{form.Chinese}”。",
        $"\"{route}\" does not lead to the form that gets the tiers, \"{form.In(English)}\".");

    public static Diagnostic NetMissing(string path) => Error(
        "tier-model.net-missing", path,
        "按净额分级需要 net：说明哪些订单状态不计、扣减哪个金额；若不扣除退货，请写 \"basis\": \"gross\"。",
        "A net basis needs \"net\": which order states do not count and which amount is subtracted; to leave returns in, write \"basis\": \"gross\".");

    public static Diagnostic WindowTooShort(string path) => Error(
        "tier-model.window", path,
        "时间窗口至少 1 个月；不写 windowMonths 表示不限。",
        "The window is at least 1 month; leave windowMonths out for no limit.");

    public static Diagnostic DuplicateTier(string path, string key) => Error(
        "tier-model.tier-duplicate", path,
        $"等级“{key}”重复，请换一个标识。",
        $"Tier \"{key}\" is there twice; choose another key.");

    public static Diagnostic SharesOutOfOrder(string path) => Error(
        "tier-model.shares", path,
        "两个占比须满足 0 < firstShare < secondShare < 1，例如 0.8 和 0.95。",
        "The shares must satisfy 0 < firstShare < secondShare < 1, for example 0.8 and 0.95.");

    public static Diagnostic WrongNumberOfTiers(string path, int count) => Error(
        "tier-model.tiers", path,
        $"ABC 模型须有 {count} 个等级：三个按占比划分，最后一个给没有订单的客户。",
        $"An ABC model has {count} tiers: three by share and the last for customers without an order.");

    public static Diagnostic BadWeights(string path) => Error(
        "tier-model.weights", path,
        "权重不能为负，且至少一个大于 0。",
        "Weights must not be negative, and at least one must be above 0.");

    public static Diagnostic ScoresOutOfOrder(string path) => Error(
        "tier-model.scores", path,
        "除最后一个等级（没有订单）外，每个等级都要有 fromScore，从高到低排列，最低的从 0 开始。",
        "Every tier but the last (no order) needs fromScore, from high to low, the lowest starting at 0.");

    /// <summary>What a part is called where it stands alone: in filters, files and formulas.</summary>
    internal static LocalizedText PartLabel(LocalizedText whole, LocalizedText part)
        => new($"{whole.Chinese}·{part.Chinese}", $"{whole.In(English)} · {part.In(English)}");

    public static Diagnostic ActionHoldsNothing(string path, LocalizedText label)
        => Error("action.no-value", path, $"“{label.Chinese}”是按钮，没有值，不能必填、唯一、有默认值或校验。请去掉这些设置；显示条件可以保留。", $"\"{label.In(English)}\" is a button and holds no value: it cannot be required, unique, have a default or validations. Leave these out; a condition to show it may stay.");

    public static Diagnostic ActionInLines(string path, LocalizedText label)
        => Error("action.in-lines", path, $"按钮“{label.Chinese}”不能放在子表单里。请放到主表单上。", $"The button \"{label.In(English)}\" cannot stand in a sub-table. Move it to the form itself.");

    public static Diagnostic ActionUnknownField(string path, LocalizedText form, string key)
        => Error("action.field", path, $"表单“{form.Chinese}”没有可用的字段“{key}”。请改为其中一个单值字段的键，或用 id 表示当前数据。", $"The form \"{form.In(English)}\" has no field \"{key}\" to use here. Name one that holds a single value, or id for the record itself.");

    public static Diagnostic ActionUnsuitable(string path, LocalizedText target, LocalizedText source)
        => Error("action.unsuitable", path, $"不能用“{source.Chinese}”填写“{target.Chinese}”：类型不同。请选择同类的字段。", $"\"{source.In(English)}\" cannot fill \"{target.In(English)}\": they are of different kinds. Choose a field of the same kind.");

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("metadata." + code, Severity.Error, path, new(chinese, english));

    private static string ChineseName(ValueKind kind) => kind switch
    {
        ValueKind.Text => "文本",
        ValueKind.Number => "数字",
        ValueKind.Boolean => "是否",
        ValueKind.Date => "日期",
        ValueKind.DateTime => "日期时间",
        ValueKind.Time => "时间",
        ValueKind.Reference => "关联",
        ValueKind.Table => "子表单",
        ValueKind.List => "多值",
        ValueKind.Parts => "组合",
        ValueKind.None => "按钮",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
