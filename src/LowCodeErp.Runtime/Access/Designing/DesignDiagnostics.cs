using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Access.Designing;

/// <summary>Why somebody who may design single forms of an app cannot publish what he made of it.</summary>
public static class DesignDiagnostics
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <param name="part">What was changed: <c>表单“订单”</c>.</param>
    public static Diagnostic NotYours(string path, LocalizedText part) => Error(
        "not-yours", path,
        $"{part.Chinese}不在您可以设计的范围内，不能新增、修改或删除。请撤销这处改动，或请应用管理员发布。",
        $"{part.In(English)} is not yours to add, change or remove: you may design single forms of this app. Undo the change, or ask an administrator of the app to publish it.");

    /// <param name="place">What draws on it: <c>“订单”的查找引用“额度”</c>.</param>
    public static Diagnostic FormOutOfSight(string path, LocalizedText place, LocalizedText form) => Error(
        "out-of-sight", path,
        $"{place.Chinese}用到了您无权查看的表单“{form.Chinese}”。请去掉它，或请应用管理员发布。",
        $"{place.In(English)} uses form \"{form.In(English)}\", which you may not view. Take it out, or ask an administrator of the app to publish.");

    public static Diagnostic FieldOutOfSight(string path, LocalizedText place, LocalizedText form, LocalizedText field) => Error(
        "out-of-sight", path,
        $"{place.Chinese}用到了表单“{form.Chinese}”的“{field.Chinese}”，其中有您无权查看的数据。请去掉它，或请应用管理员发布。",
        $"{place.In(English)} uses \"{field.In(English)}\" of form \"{form.In(English)}\", which you may not view, or not of all records. Take it out, or ask an administrator of the app to publish.");

    public static Diagnostic OwnerDecides(string path, LocalizedText form) => Error(
        "decides-rights", path,
        $"表单“{form.Chinese}”的负责人字段决定谁能看到数据，不能由表单设计者修改。请改回原来的设置，或请应用管理员发布。",
        $"The owner field of form \"{form.In(English)}\" decides who sees its records. Set it back, or ask an administrator of the app to publish.");

    public static Diagnostic DecidesRights(string path, LocalizedText field) => Error(
        "decides-rights", path,
        $"角色的授权取决于字段“{field.Chinese}”（条件、负责人或脱敏），除名称和提示外不能由表单设计者修改。请撤销这处改动，或请应用管理员发布。",
        $"Roles decide by field \"{field.In(English)}\" (in a condition, as owner or by its mask), so that only its texts are yours to change. Undo the change, or ask an administrator of the app to publish it.");

    public static Diagnostic ValuesUnseen(string path, LocalizedText field) => Error(
        "values-unseen", path,
        $"您无权查看字段“{field.Chinese}”的全部内容，除名称和提示外不能修改它。请撤销这处改动，或请应用管理员发布。",
        $"You may not see all values of field \"{field.In(English)}\", so that only its texts are yours to change. Undo the change, or ask an administrator of the app to publish it.");

    public static Diagnostic StaysSensitive(string path, LocalizedText part) => Error(
        "stays-sensitive", path,
        $"“{part.Chinese}”的“敏感”设置不能由表单设计者取消。请重新勾选，或请应用管理员发布。",
        $"\"{part.In(English)}\" is sensitive, which is not yours to take off. Tick it again, or ask an administrator of the app to publish.");

    public static Diagnostic BringsBack(string path, LocalizedText field) => Error(
        "brings-back", path,
        $"以前有过标识相同的“{field.Chinese}”，发布会恢复当时的数据，只有应用管理员可以这样做。请换一个名称新建字段，或请应用管理员发布。",
        $"There was \"{field.In(English)}\" of the same key before, and publishing would bring its values back, which takes an administrator of the app. Make the field under another name, or ask him to publish.");

    /// <summary>In place of sentences that name records and values.</summary>
    public static Diagnostic RecordsWithheld(string path, LocalizedText form) => Error(
        "records-withheld", path,
        $"表单“{form.Chinese}”中有数据不符合要发布的定义，其中有您无权查看的内容，因此不逐条列出。请放宽这处改动，或请应用管理员查看并发布。",
        $"Records of form \"{form.In(English)}\" do not suit what is to be published. They are not listed, since you may not view all of them. Demand less, or ask an administrator of the app to look and publish.");

    private static Diagnostic Error(string code, string path, string chinese, string english) => new("design." + code, Severity.Error, path, new(chinese, english));
}
