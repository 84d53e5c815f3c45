using System.Globalization;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Changes;

/// <summary>The words in which changes are told.</summary>
internal static class ChangeTexts
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>What authors call the members of definitions and of the settings of most types; others are called by their name in JSON.</summary>
    private static readonly Dictionary<string, LocalizedText> _members = new()
    {
        ["label"] = new("名称", "name"), ["description"] = new("说明", "description"), ["icon"] = new("图标", "icon"), ["menu"] = new("菜单顺序", "menu order"), ["groups"] = new("菜单分组", "menu group"), ["hidden"] = new("菜单中隐藏的表单", "forms hidden in the menu"), ["forms"] = new("表单", "forms"),
        ["seedDate"] = new("示例数据日期", "date of the example data"), ["title"] = new("标题字段", "title"), ["code"] = new("编码字段", "code"), ["owner"] = new("负责人字段", "owner"), ["grants"] = new("授权", "grants"),
        ["help"] = new("提示", "help"), ["default"] = new("默认值", "default"), ["formula"] = new("公式", "formula"), ["type"] = new("类型", "type"),
        ["settings"] = new("设置", "settings"), ["validations"] = new("校验", "validations"), ["validation"] = new("校验", "validation"), ["condition"] = new("条件", "condition"),
        ["message"] = new("提示语", "message"), ["severity"] = new("级别", "severity"), ["list"] = new("列表", "list"), ["columns"] = new("列", "columns"),
        ["sortBy"] = new("排序字段", "order"), ["descending"] = new("降序", "descending"), ["layout"] = new("布局", "layout"),
        ["options"] = new("选项", "options"), ["color"] = new("颜色", "colour"), ["maximumLength"] = new("最多字数", "maximum length"),
        ["multiline"] = new("多行", "several lines"), ["decimals"] = new("小数位数", "decimals"), ["minimum"] = new("最小值", "minimum"),
        ["maximum"] = new("最大值", "maximum"), ["form"] = new("关联表单", "form"), ["currency"] = new("币种", "currency"), ["pattern"] = new("格式", "pattern"),
        ["method"] = new("方法", "method"), ["source"] = new("数据来源", "source"), ["basis"] = new("口径", "basis"), ["tiers"] = new("等级", "tiers"),
        ["windowMonths"] = new("月数", "months"), ["fields"] = new("字段", "fields"), ["views"] = new("视图", "views"),
        ["view"] = new("先显示的视图", "view shown first"), ["filters"] = new("筛选", "filters"), ["where"] = new("筛选公式", "filter formula"), ["sort"] = new("排序", "order"),
        ["groupBy"] = new("分组字段", "grouping"), ["colours"] = new("条件颜色", "colours"), ["width"] = new("宽度", "width"),
        ["placeholder"] = new("输入提示", "placeholder"), ["unique"] = new("不允许重复的组合", "combinations that must be unique"),
        ["defaultFormula"] = new("默认值公式", "default by formula"), ["fillFrom"] = new("从关联带入", "filling"), ["visibleWhen"] = new("显示条件", "condition of being shown"),
        ["requiredWhen"] = new("必填条件", "condition of being required"), ["readOnlyWhen"] = new("只读条件", "condition of being read-only"), ["limitedTo"] = new("可选范围", "limit of choices"),
        ["optionsWhen"] = new("选项条件", "conditions of options"), ["whenHidden"] = new("隐藏时的值", "value while hidden"), ["needs"] = new("所需的应用", "apps needed"),
        ["sensitive"] = new("敏感表单", "sensitive form"), ["starts"] = new("发起方式", "starts"), ["withdrawal"] = new("撤回", "withdrawal"), ["record"] = new("审批中的数据", "record during the flow"),
        ["concurrent"] = new("同一数据可有多个流程", "several instances for one record"), ["administrators"] = new("流程管理员", "administrators of the flow"), ["when"] = new("条件", "condition"), ["until"] = new("结束条件", "end condition"),
        ["branches"] = new("分支", "branch"), ["join"] = new("汇合", "join"), ["count"] = new("数目", "count"),
    };

    private static readonly Dictionary<string, LocalizedText> _layoutItems = new()
    {
        ["field"] = new("字段", "field"), ["section"] = new("分组", "section"), ["tab"] = new("选项卡", "tab"), ["text"] = new("文字", "text"),
        ["related-list"] = new("相关列表", "related list"),
    };

    public static LocalizedText Member(string name) => _members.GetValueOrDefault(name) ?? new(name);

    public static LocalizedText Form(LocalizedText label) => new($"表单“{label.Chinese}”", $"Form \"{label.In(English)}\"");

    public static LocalizedText Lines(LocalizedText form, LocalizedText label)
        => new($"{form.Chinese}的子表单“{label.Chinese}”", $"{form.In(English)}, sub-table \"{label.In(English)}\"");

    public static LocalizedText TierModel(LocalizedText label) => new($"分级模型“{label.Chinese}”", $"Tier model \"{label.In(English)}\"");

    public static LocalizedText Role(LocalizedText label) => new($"角色“{label.Chinese}”", $"Role \"{label.In(English)}\"");

    public static LocalizedText Flow(LocalizedText label) => new($"流程“{label.Chinese}”", $"Flow \"{label.In(English)}\"");

    public static LocalizedText Block(LocalizedText flow, LocalizedText label) => new($"{flow.Chinese}的节点“{label.Chinese}”", $"{flow.In(English)}, block \"{label.In(English)}\"");

    public static LocalizedText Branch(LocalizedText block, LocalizedText label) => new($"{block.Chinese}的分支“{label.Chinese}”", $"{block.In(English)}, branch \"{label.In(English)}\"");

    public static LocalizedText BlockAdded(LocalizedText flow, LocalizedText block, LocalizedText? place)
        => new($"{flow.Chinese}：{At(place).Chinese}新增节点“{block.Chinese}”", $"{flow.In(English)}: new block \"{block.In(English)}\" {At(place).In(English)}");

    public static LocalizedText BlockRemoved(LocalizedText flow, LocalizedText block)
        => new($"{flow.Chinese}：删除节点“{block.Chinese}”", $"{flow.In(English)}: block \"{block.In(English)}\" removed");

    public static LocalizedText BlockMoved(LocalizedText flow, LocalizedText block, LocalizedText? place)
        => new($"{flow.Chinese}：节点“{block.Chinese}”移到{At(place).Chinese}", $"{flow.In(English)}: block \"{block.In(English)}\" moved {At(place).In(English)}");

    public static LocalizedText BlocksReordered(LocalizedText flow, LocalizedText? place)
        => new($"{flow.Chinese}：{At(place).Chinese}的节点顺序有改动", $"{flow.In(English)}: order of blocks {At(place).In(English)} changed");

    private static LocalizedText At(LocalizedText? place) => place is null ? new("主干", "on the trunk") : new($"{place.Chinese}里", $"in {place.In(English)}");

    public static LocalizedText Granted(LocalizedText role, LocalizedText grant) => new($"{role.Chinese}新增授权：{grant.Chinese}", $"{role.In(English)}: new grant: {grant.In(English)}");

    public static LocalizedText Withdrawn(LocalizedText role, LocalizedText grant) => new($"{role.Chinese}取消授权：{grant.Chinese}", $"{role.In(English)}: grant withdrawn: {grant.In(English)}");

    public static LocalizedText App(LocalizedText label) => new($"应用“{label.Chinese}”", $"App \"{label.In(English)}\"");

    public static LocalizedText Field(LocalizedText owner, LocalizedText label)
        => new($"{owner.Chinese}：字段“{label.Chinese}”", $"{owner.In(English)}: field \"{label.In(English)}\"");

    public static LocalizedText Item(LocalizedText owner, LocalizedText list, LocalizedText label)
        => new($"{owner.Chinese}的{list.Chinese}“{label.Chinese}”", $"{owner.In(English)}, {list.In(English)} \"{label.In(English)}\"");

    public static LocalizedText NewField(LocalizedText owner, LocalizedText label, LocalizedText type)
        => new($"{owner.Chinese}：新增字段“{label.Chinese}”（{type.Chinese}）", $"{owner.In(English)}: new field \"{label.In(English)}\" ({type.In(English)})");

    public static LocalizedText RemovedField(LocalizedText owner, LocalizedText label, LocalizedText type)
        => new($"{owner.Chinese}：删除字段“{label.Chinese}”（{type.Chinese}）", $"{owner.In(English)}: field \"{label.In(English)}\" ({type.In(English)}) removed");

    public static LocalizedText New(LocalizedText what) => new($"新增{what.Chinese}", $"New: {what.In(English)}");

    public static LocalizedText New(LocalizedText what, LocalizedText formula) => new($"新增{what.Chinese}：{formula.Chinese}", $"New: {what.In(English)}: {formula.In(English)}");

    public static LocalizedText Quoted(IReadOnlyList<LocalizedText> texts)
        => new($"“{string.Join("、", texts.Select(text => text.Chinese))}”", $"\"{string.Join(", ", texts.Select(text => text.In(English)))}\"");

    public static LocalizedText Removed(LocalizedText what) => new($"删除{what.Chinese}", $"Removed: {what.In(English)}");

    /// <summary>What an item of a layout is called, with its field, title or text.</summary>
    public static LocalizedText LayoutItem(string type, LocalizedText label)
    {
        var kind = _layoutItems.GetValueOrDefault(type) ?? new(type);
        return new($"{kind.Chinese}“{label.Chinese}”", $"{kind.In(English)} \"{label.In(English)}\"");
    }

    public static LocalizedText InLayout(LocalizedText owner, LocalizedText item)
        => new($"{owner.Chinese}的布局中{item.Chinese}", $"{owner.In(English)}, layout, {item.In(English)}");

    public static LocalizedText Placed(LocalizedText owner, LocalizedText item, LocalizedText? place)
        => new($"{owner.Chinese}的布局：{Into(place).Chinese}新增{item.Chinese}", $"{owner.In(English)}, layout: new {item.In(English)} {Into(place).In(English)}");

    public static LocalizedText TakenOut(LocalizedText owner, LocalizedText item)
        => new($"{owner.Chinese}的布局：移除{item.Chinese}", $"{owner.In(English)}, layout: {item.In(English)} removed");

    public static LocalizedText Moved(LocalizedText owner, LocalizedText item, LocalizedText? place)
        => new($"{owner.Chinese}的布局：{item.Chinese}移到{Into(place).Chinese}", $"{owner.In(English)}, layout: {item.In(English)} moved {Into(place).In(English)}");

    public static LocalizedText OrderedAnew(LocalizedText owner, LocalizedText? place)
        => new($"{owner.Chinese}的布局：{Into(place).Chinese}的顺序有改动", $"{owner.In(English)}, layout: order {Into(place).In(English)} changed");

    private static LocalizedText Into(LocalizedText? place) => place is null ? new("页面上", "on the page") : new($"{place.Chinese}里", $"in {place.In(English)}");

    public static LocalizedText Renamed(LocalizedText what, LocalizedText label)
        => new($"{what.Chinese}改名为“{label.Chinese}”", $"{what.In(English)} renamed to \"{label.In(English)}\"");

    public static LocalizedText Retyped(LocalizedText field, LocalizedText before, LocalizedText after)
        => new($"{field.Chinese}由{before.Chinese}改为{after.Chinese}", $"{field.In(English)} changed from {before.In(English)} to {after.In(English)}");

    public static LocalizedText Switched(LocalizedText what, string member, bool isOn) => (member, isOn) switch
    {
        ("required", true) => new($"{what.Chinese}改为必填", $"{what.In(English)} is required now"),
        ("required", false) => new($"{what.Chinese}不再必填", $"{what.In(English)} is no longer required"),
        ("unique", true) => new($"{what.Chinese}改为唯一", $"{what.In(English)} is unique now"),
        ("sensitive", true) => new($"{what.Chinese}改为敏感", $"{what.In(English)} is sensitive now"),
        ("sensitive", false) => new($"{what.Chinese}不再敏感", $"{what.In(English)} is no longer sensitive"),
        _ => new($"{what.Chinese}不再唯一", $"{what.In(English)} is no longer unique"),
    };

    public static LocalizedText Set(LocalizedText what, LocalizedText member, LocalizedText after)
        => new($"{what.Chinese}的{member.Chinese}设为{after.Chinese}", $"{what.In(English)}: {member.In(English)} set to {after.In(English)}");

    public static LocalizedText Unset(LocalizedText what, LocalizedText member, LocalizedText before)
        => new($"{what.Chinese}的{member.Chinese}不再是{before.Chinese}", $"{what.In(English)}: {member.In(English)} is no longer {before.In(English)}");

    public static LocalizedText Altered(LocalizedText what, LocalizedText member, LocalizedText before, LocalizedText after)
        => new($"{what.Chinese}的{member.Chinese}由{before.Chinese}改为{after.Chinese}", $"{what.In(English)}: {member.In(English)} changed from {before.In(English)} to {after.In(English)}");

    /// <summary>For what is too large to be quoted.</summary>
    public static LocalizedText Altered(LocalizedText what, LocalizedText member)
        => new($"{what.Chinese}的{member.Chinese}有改动", $"{what.In(English)}: {member.In(English)} changed");

    public static LocalizedText Reordered(LocalizedText what, LocalizedText member)
        => new($"{what.Chinese}的{member.Chinese}顺序有改动", $"{what.In(English)}: order of {member.In(English)} changed");
}
