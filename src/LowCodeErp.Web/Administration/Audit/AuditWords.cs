using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Web.Administration.Audit;

/// <summary>Entries of the audit log in the reader's language: the log itself holds keys and values.</summary>
public static class AuditWords
{
    private static readonly Dictionary<AuditKind, LocalizedText> _kinds = new()
    {
        [AuditKind.SignIn] = new("登录", "Signed in"),
        [AuditKind.SignInRefused] = new("登录被拒绝", "Sign-in refused"),
        [AuditKind.LockedOut] = new("账号锁定", "Locked out"),
        [AuditKind.SignOut] = new("退出", "Signed out"),
        [AuditKind.Export] = new("开始导出", "Export begun"),
        [AuditKind.ExportEnded] = new("导出结束", "Export ended"),
        [AuditKind.Print] = new("打印", "Printed"),
        [AuditKind.RecordRead] = new("查看敏感数据", "Sensitive record read"),
        [AuditKind.HistoryRead] = new("查看敏感数据的历史", "History of a sensitive record read"),
        [AuditKind.ListRead] = new("查看敏感表单的列表", "List of a sensitive form read"),
        [AuditKind.Publication] = new("发布设计", "Design published"),
        [AuditKind.Import] = new("导入", "Imported"),
        [AuditKind.MemberChange] = new("成员变动", "Member changed"),
        [AuditKind.OrganisationChange] = new("组织变动", "Organisation changed"),
        [AuditKind.AccessChange] = new("权限变动", "Rights changed"),
        [AuditKind.AuditCheck] = new("检查日志", "Logs checked"),
        [AuditKind.AuditExport] = new("导出审计日志", "Audit log exported"),
        [AuditKind.ViewingBegun] = new("开始以他人身份查看", "View as another begun"),
        [AuditKind.ViewingEnded] = new("结束以他人身份查看", "View as another ended"),
        [AuditKind.KeyChange] = new("更换数据密钥", "New data key"),
    };

    private static readonly Dictionary<AuditDetail, LocalizedText> _details = new()
    {
        [AuditDetail.Query] = new("条件", "Looked for"),
        [AuditDetail.Rows] = new("行数", "Rows"),
        [AuditDetail.Created] = new("新增", "Added"),
        [AuditDetail.Updated] = new("更新", "Updated"),
        [AuditDetail.Refused] = new("未导入", "Refused"),
        [AuditDetail.Findings] = new("发现问题", "Findings"),
        [AuditDetail.Seal] = new("最后的封条", "Last seal"),
        [AuditDetail.Name] = new("名称", "Name"),
        [AuditDetail.Date] = new("日期", "Date"),
        [AuditDetail.Version] = new("版本", "Version"),
        [AuditDetail.RestoredVersion] = new("恢复自版本", "Restored version"),
        [AuditDetail.Change] = new("改动", "Change"),
        [AuditDetail.Before] = new("之前", "Before"),
        [AuditDetail.After] = new("之后", "After"),
        [AuditDetail.ViewingAs] = new("以其身份查看", "Viewing as"),
        [AuditDetail.Reason] = new("原因", "Reason"),
        [AuditDetail.Holder] = new("成员或部门", "Member or department"),
    };

    public static string Of(AuditKind? kind) => (kind is { } known ? _kinds[known] : new LocalizedText("未知（较新的版本所写）", "Unknown (of a later version)")).ToString();

    public static string Of(AuditDetail detail) => _details[detail].ToString();

    public static string Who(AuditItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.ActorId != 0 ? item.ActorName
            : item.ActorName == Actor.System.Name ? new LocalizedText("系统", "The system").ToString()
            : item.ActorName.Length > 0 ? item.ActorName
            : new LocalizedText("未知用户名", "Unknown user name").ToString();
    }

    /// <summary>The form and record, or the app, or the member as he is called now; blank where it is about none, or names him itself.</summary>
    public static string About(AuditItem item, WorkspaceModel workspace, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(organisation);
        var place = item.Form.Length > 0 ? workspace.FindForm(item.Form)?.Label.ToString() ?? Gone("表单", "form", item.Form)
            : item.App.Length > 0 ? workspace.Apps.FirstOrDefault(app => app.Key == item.App)?.Label.ToString() ?? Gone("应用", "app", item.App)
            : "";
        return item.RecordId == 0 ? place
            : item.Form.Length > 0 ? $"{place} #{item.RecordId}"
            : item.Facts.Any(fact => fact.Detail is AuditDetail.Holder or AuditDetail.ViewingAs) ? place
            : $"{place} {organisation.FindMember(item.RecordId)?.Name ?? $"#{item.RecordId}"}".TrimStart();
    }

    public static string Value(AuditFact fact, AuditItem item, WorkspaceModel workspace)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(workspace);
        return fact.Detail == AuditDetail.Query && workspace.FindForm(item.Form) is { } form && ListWords.Describe(form, ListAddress.Read(fact.Value.Chinese)) is { Length: > 0 } words
            ? words
            : fact.Value.ToString();
    }

    private static string Gone(string chinese, string english, string key) => new LocalizedText($"已删除的{chinese}（{key}）", $"removed {english} ({key})").ToString();
}
