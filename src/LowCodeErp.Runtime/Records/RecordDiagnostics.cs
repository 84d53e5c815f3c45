using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Records;

/// <summary>What can be wrong with a record, in words for whoever enters it.</summary>
public static class RecordDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static Diagnostic ActorInactive(string name) => Error(
        "actor.inactive", "",
        $"“{name}”的账号已停用，不能再修改数据。",
        $"The account \"{name}\" is deactivated and can no longer change anything.");

    public static Diagnostic LockedByFlow(LocalizedText flow) => Error(
        "locked-by-flow", "",
        $"这条数据正在“{flow.Chinese}”中，不能修改；请在待办中处理，或先撤回流程。",
        $"The record is in a running \"{flow.In(English)}\" and cannot be changed; work on it through its task, or withdraw it first.");

    public static Diagnostic DeletedInFlow(LocalizedText flow) => Error(
        "deleted-in-flow", "",
        $"这条数据正在“{flow.Chinese}”中，不能删除；请先撤回流程，或由管理员终止它。",
        $"The record is in a running \"{flow.In(English)}\" and cannot be deleted; withdraw it first, or let an administrator end it.");

    public static Diagnostic FormGone(LocalizedText form) => Error(
        "form.gone", "",
        $"表单“{form.Chinese}”已被移除，不能再保存数据。",
        $"The form \"{form.In(English)}\" was removed; nothing can be saved to it any more.");

    public static Diagnostic KeyGone(string path, LocalizedText field) => Error(
        "key.gone", path,
        $"“{field.Chinese}”已被移除或不再唯一，不能用来识别数据；请刷新后重试。",
        $"\"{field.In(English)}\" was removed or is no longer unique, and cannot identify records; refresh and try again.");

    public static Diagnostic Required(string path, LocalizedText field) => Error(
        "required", path,
        $"请填写“{field.Chinese}”。",
        $"Please fill in \"{field.In(English)}\".");

    public static Diagnostic ComputedBlank(string path, LocalizedText field) => Error(
        "computed-blank", path,
        $"“{field.Chinese}”没有计算结果；请检查计算它的那些字段。",
        $"\"{field.In(English)}\" could not be computed; check the fields that it follows from.");

    public static Diagnostic Computed(string path, LocalizedText field) => Error(
        "field.computed", path,
        $"“{field.Chinese}”由公式得出，不能填写；请去掉这个值。",
        $"\"{field.In(English)}\" is computed by a formula and cannot be entered; leave its value out.");

    public static Diagnostic RolledUp(string path, LocalizedText field) => Error(
        "field.rollup", path,
        $"“{field.Chinese}”由别的数据汇总得出，不能填写；请去掉这个值，改动被汇总的数据。",
        $"\"{field.In(English)}\" is added up from other records and cannot be entered; leave its value out and change those records.");

    /// <summary>Told while somebody types too.</summary>
    public const string ReadOnlyCode = "record.field.read-only";

    public static Diagnostic ReadOnly(string path, LocalizedText field) => new(
        ReadOnlyCode, Severity.Error, path, new(
            $"“{field.Chinese}”现在只读，不能改；请改回原来的值，或先改掉使它只读的那些字段。",
            $"\"{field.In(English)}\" is read-only now and cannot be changed; put its value back, or first change the fields that make it so."));

    public static Diagnostic UnknownField(string path, LocalizedText form, string key) => Error(
        "field.unknown", path,
        $"表单“{form.Chinese}”没有字段“{ShortText.Of(key)}”。",
        $"Form \"{form.In(English)}\" has no field \"{ShortText.Of(key)}\".");

    public static Diagnostic KeyMissing(string path, LocalizedText field) => Error(
        "key.missing", path,
        $"“{field.Chinese}”是识别数据的关键字段，不能为空。",
        $"\"{field.In(English)}\" identifies the record and cannot be blank.");

    public static Diagnostic KeyRepeated(string path, LocalizedText field, string value) => Error(
        "key.repeated", path,
        $"“{field.Chinese}”的值“{ShortText.Of(value)}”出现了两次；请只保留一行。",
        $"The value \"{ShortText.Of(value)}\" of \"{field.In(English)}\" occurs twice; keep one row only.");

    /// <param name="other">The name of the record that has the value already.</param>
    public static Diagnostic NotUnique(string path, LocalizedText field, string value, LocalizedText other) => Error(
        "not-unique", path,
        $"“{field.Chinese}”不能重复：{other.Chinese}的值已是“{ShortText.Of(value)}”。",
        $"\"{field.In(English)}\" must be unique: {other.In(English)} has the value \"{ShortText.Of(value)}\" already.");

    /// <summary>Of a field that is not shown as things stand: the message has no other place than the record.</summary>
    public static Diagnostic NotUniqueHidden(string path, LocalizedText field, string value, LocalizedText other) => Error(
        "not-unique", path,
        $"字段“{field.Chinese}”现在不显示，但保留着值“{ShortText.Of(value)}”，而它不能重复：{other.Chinese}的值已是“{ShortText.Of(value)}”。请先改回使它显示的内容，再修改或清空它。",
        $"Field \"{field.In(English)}\" is not shown now but keeps the value \"{ShortText.Of(value)}\", which must be unique: {other.In(English)} has it already. Enter again what makes the field show, then change or clear it.");

    /// <param name="message">The author's own; null for the usual one.</param>
    public static Diagnostic NotUniqueTogether(string path, LocalizedText fields, LocalizedText? message, LocalizedText other) => Error(
        "not-unique", path,
        $"{message?.Chinese ?? $"“{fields.Chinese}”不能重复（不区分大小写、空格和全角半角）："}已有{other.Chinese}。",
        $"{message?.In(English) ?? $"\"{fields.In(English)}\" must be unique, whatever the case, blanks and width of characters:"} there is {other.In(English)}.");

    /// <summary>Somebody stored it between our check and our write.</summary>
    public static Diagnostic TakenMeanwhile(string path, LocalizedText field) => Error(
        "not-unique", path,
        $"“{field.Chinese}”不能重复：别人刚保存了相同的值，请刷新后核对。",
        $"\"{field.In(English)}\" must be unique: somebody has stored the same value just now; refresh and check.");

    /// <summary>How a record is called in a message.</summary>
    /// <param name="id">0 for one of the same request.</param>
    public static LocalizedText NameOf(LocalizedText form, string title, long id) => (title.Length, id) switch
    {
        ( > 0, _) => new($"{form.Chinese}“{ShortText.Of(title)}”", $"{form.In(English)} \"{ShortText.Of(title)}\""),
        (_, 0) => new("同一批的另一条数据", "another record of the same request"),
        _ => new($"{form.Chinese}第 {id} 号数据", $"record {id} of {form.In(English)}"),
    };

    /// <summary>How a record is called to somebody who may not see it.</summary>
    public static LocalizedText AnotherUnseen() => new("另一条你无权查看的数据", "another record that you may not see");

    public static Diagnostic ReferenceNotFound(string path, LocalizedText field, string text) => Error(
        "reference.not-found", path,
        $"“{field.Chinese}”中的“{ShortText.Of(text)}”不存在；请检查写法，或先新建它。",
        $"There is no \"{ShortText.Of(text)}\" for \"{field.In(English)}\"; check the spelling or create it first.");

    public static Diagnostic ReferenceGone(string path, LocalizedText field) => Error(
        "reference.gone", path,
        $"“{field.Chinese}”所选的数据已不存在，请重新选择。",
        $"What was chosen for \"{field.In(English)}\" no longer exists; please choose again.");

    public static Diagnostic LineGone(string path, LocalizedText subTable) => Error(
        "line.gone", path,
        $"“{subTable.Chinese}”中的这一行已被别人删除，请刷新后重试。",
        $"This line of \"{subTable.In(English)}\" was deleted by somebody else; refresh and try again.");

    public static Diagnostic NotRestorable(string path, LocalizedText field, string value, LocalizedText other) => Error(
        "taken-meanwhile", path,
        $"不能恢复：“{field.Chinese}”的值“{ShortText.Of(value)}”已被{other.Chinese}使用；请先修改那条数据。",
        $"It cannot be restored: {other.In(English)} has the value \"{ShortText.Of(value)}\" of \"{field.In(English)}\" by now; change that record first.");

    public static Diagnostic TargetDeleted(string path, LocalizedText field) => Error(
        "target-deleted", path,
        $"不能恢复：“{field.Chinese}”所引用的数据也已被删除；请先恢复它。",
        $"It cannot be restored: what \"{field.In(English)}\" refers to was deleted too; restore that first.");

    public static Diagnostic OnlyAdministratorsPurge() => Error(
        "only-administrators-purge", "",
        "只有管理员可以彻底删除数据；请联系管理员。",
        "Only administrators may delete records for ever; ask one of them.");

    public static Diagnostic InUseInTrash(LocalizedText form, LocalizedText field) => Error(
        "in-use-in-trash", "",
        $"不能彻底删除：回收站中“{form.Chinese}”的“{field.Chinese}”仍在引用它；请先彻底删除那些数据。",
        $"It cannot be deleted for ever: \"{field.In(English)}\" of \"{form.In(English)}\" in the trash refers to it; delete those records for ever first.");

    public static Diagnostic InUse(LocalizedText form, LocalizedText field) => Error(
        "in-use", "",
        $"不能删除：“{form.Chinese}”的“{field.Chinese}”仍在引用它；请先改掉那些数据。",
        $"It cannot be deleted: \"{field.In(English)}\" of \"{form.In(English)}\" still refers to it; change those records first.");

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("record." + code, Severity.Error, path, new(chinese, english));
}
