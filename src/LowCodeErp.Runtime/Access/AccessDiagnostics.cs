using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;

namespace LowCodeErp.Runtime.Access;

/// <summary>What can be wrong with roles, in words for their author; and what is refused, in words for whoever is refused.</summary>
public static class AccessDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic DuplicateRole(string path, string key) => Error(
        "role.duplicate", path,
        $"角色“{key}”已经存在，请换一个标识。",
        $"There is a role \"{key}\" already; choose another key.");

    public static Diagnostic ReservedRole(string path, string key) => Error(
        "role.reserved", path,
        $"“{key}”是系统内置的角色，请换一个标识。",
        $"\"{key}\" is a role of the system; choose another key.");

    public static Diagnostic UnknownForm(string path, LocalizedText role, string key) => Error(
        "form.unknown", path,
        $"角色“{role.Chinese}”用到的表单“{key}”不在本应用及其依赖的应用中，请检查标识。",
        $"Role \"{role.In(English)}\" names form \"{key}\", which is neither in this app nor in those that it needs; check the key.");

    public static Diagnostic FormOfLines(string path, LocalizedText role, LocalizedText form) => Error(
        "form.of-lines", path,
        $"角色“{role.Chinese}”不能单独授权子表单“{form.Chinese}”：子表单随所属表单授权，列可在“fields”中写成“子表单.列”。",
        $"Role \"{role.In(English)}\" cannot have rights for the sub-table \"{form.In(English)}\" alone: they come with the form it belongs to; name its columns as \"sub-table.column\" among the fields.");

    public static Diagnostic NothingGranted(string path, LocalizedText role, LocalizedText form) => Error(
        "grant.empty", path,
        $"角色“{role.Chinese}”对表单“{form.Chinese}”的这条授权既没有操作也没有字段，请补充或删除。",
        $"This grant of role \"{role.In(English)}\" on form \"{form.In(English)}\" names neither operations nor fields; complete or remove it.");

    public static Diagnostic ConditionMissing(string path, LocalizedText role, LocalizedText form) => Error(
        "grant.condition-missing", path,
        $"角色“{role.Chinese}”对表单“{form.Chinese}”的授权按条件限定数据，但没有写条件。",
        $"Role \"{role.In(English)}\" limits the records of form \"{form.In(English)}\" by a condition, which is missing.");

    public static Diagnostic ConditionUnused(string path, LocalizedText role, LocalizedText form) => Error(
        "grant.condition-unused", path,
        $"角色“{role.Chinese}”对表单“{form.Chinese}”的授权写了条件，但数据范围不是“condition”；请改范围或去掉条件。",
        $"Role \"{role.In(English)}\" has a condition for form \"{form.In(English)}\" but its rows are not \"condition\"; change one of the two.");

    public static Diagnostic DesignOfSomeRecords(string path, LocalizedText role, LocalizedText form) => Error(
        "grant.design-of-some-records", path,
        $"角色“{role.Chinese}”对表单“{form.Chinese}”的“设计”权限针对整个表单，不能限定数据范围；请单独写一条范围为“全部”的授权。",
        $"In role \"{role.In(English)}\", designing form \"{form.In(English)}\" is about the form and not about some records; put it into a grant of its own on all records.");

    public static Diagnostic UnknownField(string path, LocalizedText role, LocalizedText form, string key) => Error(
        "field.unknown", path,
        $"角色“{role.Chinese}”用到的字段“{key}”不在表单“{form.Chinese}”中，请检查标识（子表单的列写成“子表单.列”）。",
        $"Role \"{role.In(English)}\" names field \"{key}\", which form \"{form.In(English)}\" does not have; check the key (a column of a sub-table is \"sub-table.column\").");

    public static Diagnostic WithoutMask(string path, LocalizedText role, LocalizedText field) => Error(
        "field.without-mask", path,
        $"角色“{role.Chinese}”把“{field.Chinese}”设为脱敏，但它自己没有值：请改为隐藏；子表单请对它的列脱敏（写成“子表单.列”）。",
        $"Role \"{role.In(English)}\" masks \"{field.In(English)}\", which has no value of its own: hide it; of a sub-table mask the columns (\"sub-table.column\").");

    public static Diagnostic WithoutView(string path, LocalizedText role, LocalizedText form) => new(
        "metadata.access.grant.without-view", Severity.Warning, path,
        new($"角色“{role.Chinese}”可以操作表单“{form.Chinese}”的数据，却没有查看权限；除新建外都不起作用。",
            $"Role \"{role.In(English)}\" may do something with form \"{form.In(English)}\" but not view it; all but creating has no effect."));

    public static Diagnostic UnknownRole(string app, string role) => new(
        "access.role-unknown", Severity.Error, "role",
        new($"应用“{app}”没有角色“{role}”，请检查标识，或先发布带有该角色的应用。", $"App \"{app}\" has no role \"{role}\"; check the key, or publish the app with that role first."));

    public static Diagnostic UnknownHolder() => new(
        "access.holder-unknown", Severity.Error, "member",
        new("请指定一个在用的成员或部门（二者之一）。", "Name one active member or department, not both."));

    public static Diagnostic EndsBeforeItBegins() => new(
        "access.period", Severity.Error, "until",
        new("截止时间须晚于开始时间。", "It has to end after it begins."));

    public static Diagnostic NotYoursToGive(string actor) => new(
        "access.not-yours-to-give", Severity.Error, "",
        new($"“{actor}”不能分配这个角色：只有管理员或该应用的管理员可以。", $"\"{actor}\" may not assign this role; administrators and those of the app may."));

    public static Diagnostic Refused(AccessOperation operation, LocalizedText form)
    {
        var name = AccessWords.Of(operation);
        return new("access.refused", Severity.Error, "", new(
            $"你没有权限{name.Chinese}表单“{form.Chinese}”的这条数据。如有需要，请联系管理员。",
            $"You may not {name.English} this record of form \"{form.In(English)}\". Ask your administrator if you need to."));
    }

    public static Diagnostic RefusedForm(AccessOperation operation, LocalizedText form)
    {
        var name = AccessWords.Of(operation);
        return new("access.refused-form", Severity.Error, "", new(
            $"你没有权限{name.Chinese}表单“{form.Chinese}”的数据。如有需要，请联系管理员。",
            $"You may not {name.English} records of form \"{form.In(English)}\". Ask your administrator if you need to."));
    }

    public static Diagnostic NotYoursToAsk() => new(
        "access.not-yours-to-ask", Severity.Error, "member",
        new("只能查询自己的权限；查询他人的权限须是管理员或该应用的管理员。", "You may ask about your own rights; about those of others only administrators and those of the app may."));

    public static Diagnostic UnknownMember() => new(
        "access.member-unknown", Severity.Error, "member",
        new("没有这个成员，请重新选择。", "There is no such member; choose another."));

    public static Diagnostic OnlyViewing(string viewed) => new(
        "access.only-viewing", Severity.Error, "",
        new($"您正在以“{viewed}”的身份查看，不能做任何改动。请先结束查看。", $"You are viewing as \"{viewed}\"; nothing can be changed. End the view first."));

    public static Diagnostic NotYoursToView() => new(
        "access.not-yours-to-view", Severity.Error, "",
        new("只有管理员可以以他人身份查看，并且须先结束正在进行的查看。", "Only administrators may see the program as somebody else, and only after ending a view that goes on."));

    public static Diagnostic AdministratorSeesAll(string member) => new(
        "access.administrator-sees-all", Severity.Error, "",
        new($"“{member}”是管理员，看到的与你相同，不需要查看。", $"\"{member}\" is an administrator and sees what you see; there is no need for a view."));

    public static Diagnostic ViewReasonMissing(int longest) => new(
        "access.view-reason", Severity.Error, "reason",
        new($"请填写查看的原因（不超过 {longest} 个字符），它会记入审计日志。", $"Say why, in at most {longest} characters; it is written to the audit log."));

    public static Diagnostic FieldRefused(string path, LocalizedText field) => new(
        "access.field-refused", Severity.Error, path,
        new($"你没有权限修改“{field.Chinese}”，请恢复原值或联系管理员。",
            $"You may not change \"{field.In(English)}\". Put the old value back, or ask your administrator."));

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("metadata.access." + code, Severity.Error, path, new(chinese, english));
}
