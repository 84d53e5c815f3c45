using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Organisations;

namespace LowCodeErp.Runtime.Access.Explaining;

/// <summary>Says an explanation in words.</summary>
/// <param name="zone">In which days are counted.</param>
public sealed class ExplanationSentences(Organisation organisation, TimeZoneInfo zone)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>The answer: "李四不可以修改这条“客户”数据的“信用额度”".</summary>
    public LocalizedText Verdict(AccessExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var question = explanation.Question;
        var member = organisation.FindMember(question.MemberId)?.Name ?? "?";
        var operation = AccessWords.Of(question.Operation);
        var form = question.Form.Label;
        var record = question.RecordId is null ? new LocalizedText($"“{form.Chinese}”", $"\"{form.In(English)}\"") : new($"这条“{form.Chinese}”", $"this \"{form.In(English)}\"");
        if (explanation is { IsAllowed: false, IsMasked: not false, Question.Field.Label: { } masked })
        {
            return Masked(explanation, member, masked, record);
        }

        var may = May(explanation.IsAllowed);
        return question.Field is { Label: { } field }
            ? new($"{member}{may.Chinese}{operation.Chinese}{record.Chinese}的“{field.Chinese}”", $"{member} {may.English} {operation.English} \"{field.In(English)}\" of {record.English}")
            : new($"{member}{may.Chinese}{operation.Chinese}{record.Chinese}", $"{member} {may.English} {operation.English} {record.English}");
    }

    private static LocalizedText May(bool? isAllowed) => isAllowed switch
    {
        true => new("可以", "may"),
        false => new("不可以", "may not"),
        null => new("对部分数据可以", "may, with some records,"),
    };

    /// <summary>"李四只能看到这条“客户”的“电话”脱敏后的值：138****5678".</summary>
    private static LocalizedText Masked(AccessExplanation explanation, string member, LocalizedText field, LocalizedText record)
    {
        var sees = explanation.IsMasked == true ? new LocalizedText("只能看到", "sees only the mask") : new("对部分数据只能看到", "sees, of some records, only the mask");
        var value = explanation.Mask is { } mask ? new LocalizedText($"：{mask}", $": {mask}") : new("", "");
        return new($"{member}{sees.Chinese}{record.Chinese}的“{field.Chinese}”脱敏后的值{value.Chinese}", $"{member} {sees.English} of \"{field.In(English)}\" of {record.English}{value.English}");
    }

    public static LocalizedText Of(AccessReason reason) => reason switch
    {
        AccessReason.Stands { Standing: var standing } => Of(standing),
        AccessReason.Granted granted => Of(granted),
        AccessReason.NotInForce { Role.Label: { } role, IsOver: true } => new($"角色“{role.Chinese}”已经结束，不再起作用。", $"Role \"{role.In(English)}\" has ended and gives nothing any more."),
        AccessReason.NotInForce { Role.Label: { } role } => new($"角色“{role.Chinese}”尚未开始，还不起作用。", $"Role \"{role.In(English)}\" has not begun and gives nothing yet."),
        AccessReason.NoGrant => new("没有任何角色授予这项权限。", "No role allows it."),
        AccessReason.HiddenRollup { Rollup: { } field } => new(
            $"“{field.Label.Chinese}”是“{field.Rollup!.Records.Label.Chinese}”的汇总，该成员看不到其中的全部数据，所以不显示。",
            $"\"{field.Label.In(English)}\" is made of \"{field.Rollup!.Records.Label.In(English)}\" records, not all of which the member may see; so it is hidden."),
        AccessReason.ReadElsewhere { Source: { } source } => new(
            $"取自“{source.Form.Label.Chinese}”的“{source.Label.Chinese}”：在那里看不到的，这里显示为空。",
            $"Comes from \"{source.Label.In(English)}\" of \"{source.Form.Label.In(English)}\": what is not seen there is blank here."),
        AccessReason.Computed => new("该字段由系统计算，任何人都不能填写。", "The field is computed; nobody enters it."),
        AccessReason.Gone => new("这条数据在回收站中，或不存在。", "The record is in the trash, or there is none."),
        AccessReason.OutOfSight => new("这条数据不在可见范围内，或不存在。", "The record is out of sight, or there is none."),
        AccessReason.Deactivated => new("该成员已停用，不能登录。", "The member was deactivated and cannot sign in."),
        _ => throw new InvalidOperationException($"There is no reason {reason.GetType()}."),
    };

    /// <summary>How the member got the role that the reason is about: "直接分配；通过部门“华东销售部”，至 2026-12-31"; null where it is about none.</summary>
    public LocalizedText? Got(AccessReason reason) => reason switch
    {
        AccessReason.Granted granted => Got(granted.Assignments),
        AccessReason.NotInForce other => Got([other.Assignment]),
        _ => null,
    };

    private LocalizedText Got(IReadOnlyList<RoleAssignment> assignments)
    {
        var ways = assignments.Select(Of).ToList();
        return new(string.Join('；', ways.Select(way => way.Chinese)), string.Join("; ", ways.Select(way => way.In(English))));
    }

    private static LocalizedText Of(AccessStanding standing) => standing switch
    {
        AccessStanding.Administrator => new("是管理员，可以做任何事情。", "Is an administrator and may do everything."),
        AccessStanding.AppAdministrator => new("是该应用的管理员，可以操作应用中的全部数据。", "Administers the app and may do everything with its records."),
        AccessStanding.OpenApp => new("该应用还没有角色：所有成员都可以操作全部数据，只有导入和共享除外。", "The app has no roles yet: everybody works with everything, except for importing and sharing."),
        AccessStanding.Auditor => new("是审计员，可以查看全部数据。", "Is an auditor and may view everything."),
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    private static LocalizedText Of(AccessReason.Granted granted)
    {
        if (granted is { Grant.Asked: { } asked, Role.Label: { } step })
        {
            var (given, flow) = (Effect(granted), asked.Flow.Model.Label);
            return new($"流程“{flow.Chinese}”的待办“{step.Chinese}”。{given.Chinese}", $"Task \"{step.In(English)}\" of flow \"{flow.In(English)}\". {given.English}");
        }

        var (effect, sentence, role) = (Effect(granted), Sentence(granted.Grant), granted.Role.Label);
        return new($"角色“{role.Chinese}”：{sentence.Chinese}。{effect.Chinese}", $"Role \"{role.In(English)}\": {sentence.In(English)}. {effect.English}");
    }

    private static LocalizedText Effect(AccessReason.Granted granted) => (granted.Part, granted.Holds) switch
    {
        (GrantPart.Withholds, null) when granted.LeavesMask => new("满足条件时只给出脱敏后的值。", "It gives only the mask of the field where that holds."),
        (GrantPart.DeniesField, null) when granted.LeavesMask => new("满足条件时只留下脱敏后的值。", "It leaves only the mask of the field where that holds."),
        (GrantPart.Withholds, true) when granted.LeavesMask => new("因此这条授权只给出脱敏后的值。", "So this grant gives only the mask of the field."),
        (GrantPart.DeniesField, true) when granted.LeavesMask => new("因此只留下脱敏后的值，其他角色也不能放开。", "So only the mask of the field is left, whatever other roles allow."),
        (GrantPart.Allows, true) => new("这条授权适用。", "The grant applies."),
        (GrantPart.Allows, false) => new("这条数据不在其范围内，不起作用。", "The record is not among these; it gives nothing."),
        (GrantPart.Allows, null) => new("对其范围内的数据允许。", "It is allowed with these records."),
        (GrantPart.Denies, true) => new("因此禁止，其他角色也不能放开。", "So it is denied, whatever other roles allow."),
        (GrantPart.Denies, false) => new("这条数据不在禁止范围内。", "The record is not among those that are denied."),
        (GrantPart.Denies, null) => new("对其范围内的数据禁止。", "It is denied with these records."),
        (GrantPart.Withholds, true) => new("因此这条授权不给出该字段。", "So this grant does not give the field."),
        (GrantPart.Withholds, false) => new("对该字段的限制现在不起作用。", "Its limit of the field does not hold now."),
        (GrantPart.Withholds, null) => new("满足条件时不给出该字段。", "It does not give the field where that holds."),
        (GrantPart.DeniesField, true) => new("因此收回该字段，其他角色也不能放开。", "So the field is taken away, whatever other roles allow."),
        (GrantPart.DeniesField, false) => new("对该字段的禁止现在不起作用。", "Its denial of the field does not hold now."),
        (GrantPart.DeniesField, null) => new("满足条件时收回该字段。", "It takes the field away where that holds."),
        _ => throw new ArgumentOutOfRangeException(nameof(granted), granted, null),
    };

    /// <summary>In the words of the access designer.</summary>
    private static LocalizedText Sentence(GrantModel grant)
    {
        var formulas = grant.Fields.Select(field => field.When).Append(grant.Condition).OfType<CompiledFormula>().DistinctBy(formula => formula.PrintWithKeys()).ToDictionary(formula => formula.PrintWithKeys());
        var labels = grant.Fields.ToLookup(entry => KeyOf(entry, grant), entry => entry.Field.Label);
        var names = new AccessNames(
            _ => grant.Form.Label, (_, key) => labels[key].First(), (_, formula) => new(formulas[formula].PrintWithLabels(Chinese), formulas[formula].PrintWithLabels(English)));
        return new GrantSentence(names).Of(new GrantDefinition
        {
            Form = grant.Form.Key, Effect = grant.Effect, Operations = [.. grant.Operations.Order()], Rows = grant.Rows, Condition = grant.Condition?.PrintWithKeys(),
            Fields = [.. grant.Fields.GroupBy(entry => (entry.Access, When: entry.When?.PrintWithKeys()))
                .Select(group => new FieldGrantDefinition { Access = group.Key.Access, When = group.Key.When, Fields = [.. group.Select(entry => KeyOf(entry, grant))] })],
        });
    }

    private static string KeyOf(FieldGrantModel entry, GrantModel grant)
        => entry.Field.Form.Key == grant.Form.Key ? entry.Field.Key : $"{entry.Field.Form.Parent!.Key}.{entry.Field.Key}";

    private LocalizedText Of(RoleAssignment assignment)
    {
        var way = assignment.DepartmentId is { } id && organisation.Departments.Find(id) is { } department
            ? new LocalizedText($"通过部门“{organisation.Departments.PathOf(department)}”", $"through department \"{organisation.Departments.PathOf(department)}\"")
            : new("直接分配", "directly");
        var (from, last) = (DayOf(assignment.From), DayOf(assignment.Until?.AddTicks(-1)));
        return new(
            way.Chinese + (from is null ? "" : $"，自 {from}") + (last is null ? "" : $"，至 {last}"),
            way.English + (from is null ? "" : $", from {from}") + (last is null ? "" : $", until {last}"));
    }

    private string? DayOf(DateTime? moment)
        => moment is { } utc ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
