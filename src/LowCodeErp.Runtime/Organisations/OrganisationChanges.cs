using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Departments;

namespace LowCodeErp.Runtime.Organisations;

/// <summary>What differs between two states of the organisation, in words for the audit log: names change later, and nobody could say it again.</summary>
public static class OrganisationChanges
{
    public static IReadOnlyList<LocalizedText> Of(Organisation before, Organisation after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var names = new Names(after);
        return
        [
            .. Of(before.Departments, after.Departments),
            .. Compare(before.Memberships, after.Memberships, known => (known.MemberId, known.DepartmentId), (was, now) => names.Tell(was, now)),
            .. Compare(before.ReportingLines, after.ReportingLines, known => known.MemberId, (was, now) => names.Tell(was, now)),
            .. Compare(before.Absences, after.Absences, known => (known.MemberId, known.From), (was, now) => names.Tell(was, now)),
        ];
    }

    public static IReadOnlyList<LocalizedText> Of(DepartmentTree before, DepartmentTree after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Compare([.. before.InOrder], [.. after.InOrder], department => department.Id, (was, now) => Tell(before, was, after, now));
    }

    private static IReadOnlyList<LocalizedText> Compare<TKnown, TKey>(
        IReadOnlyList<TKnown> before, IReadOnlyList<TKnown> after, Func<TKnown, TKey> keyOf, Func<TKnown?, TKnown?, LocalizedText> tell)
        where TKnown : class
        where TKey : notnull
    {
        if (ReferenceEquals(before, after))
        {
            return [];
        }

        var (earlier, later) = (before.ToDictionary(keyOf), after.ToDictionary(keyOf));
        return [.. earlier.Keys.Union(later.Keys).Select(key => (Was: earlier.GetValueOrDefault(key), Now: later.GetValueOrDefault(key)))
            .Where(pair => !Equals(pair.Was, pair.Now)).Select(pair => tell(pair.Was, pair.Now))];
    }

    private static LocalizedText Tell(DepartmentTree before, Department? was, DepartmentTree after, Department? now)
    {
        var path = now is null ? before.PathOf(was!) : after.PathOf(now);
        return (was, now) switch
        {
            (null, _) => new($"新增部门“{path}”", $"department \"{path}\" added"),
            (_, null) => new($"删除部门“{path}”", $"department \"{path}\" removed"),
            ({ IsActive: true }, { IsActive: false }) => new($"关闭部门“{path}”", $"department \"{path}\" closed"),
            _ when before.PathOf(was) is var earlier && earlier != path => new($"部门“{earlier}”改为“{path}”", $"department \"{earlier}\" became \"{path}\""),
            _ when was.Code != now.Code => new($"部门“{path}”的编码由“{was.Code}”改为“{now.Code}”", $"code of department \"{path}\" changed from \"{was.Code}\" to \"{now.Code}\""),
            _ => new($"调整部门“{path}”的次序", $"place of department \"{path}\" changed"),
        };
    }

    /// <summary>Names of members and departments as they are after the change.</summary>
    private sealed class Names(Organisation organisation)
    {
        public LocalizedText Tell(Membership? was, Membership? now)
        {
            var known = (now ?? was)!;
            var (member, path) = (MemberName(known.MemberId), organisation.Departments.Find(known.DepartmentId) is { } department ? organisation.Departments.PathOf(department) : $"#{known.DepartmentId}");
            return now is null ? new($"“{member}”退出部门“{path}”", $"\"{member}\" left department \"{path}\"")
                : was is null ? new($"“{member}”加入部门“{path}”（{Describe(now).Chinese}）", $"\"{member}\" joined department \"{path}\" ({Describe(now).English})")
                : new($"“{member}”在部门“{path}”：由{Describe(was).Chinese}改为{Describe(now).Chinese}", $"\"{member}\" in department \"{path}\": {Describe(was).English} became {Describe(now).English}");
        }

        public LocalizedText Tell(ReportingLine? was, ReportingLine? now)
        {
            var member = MemberName((now ?? was)!.MemberId);
            return now is null ? new($"“{member}”的上级不再指定", $"the superior of \"{member}\" follows from the department again")
                : new($"“{member}”的上级指定为“{MemberName(now.SuperiorId)}”", $"\"{member}\" reports to \"{MemberName(now.SuperiorId)}\"");
        }

        public LocalizedText Tell(Absence? was, Absence? now)
        {
            var member = MemberName((now ?? was)!.MemberId);
            return now is null ? new($"“{member}”取消了外出（{Days(was!)}）", $"\"{member}\" is not away any more ({Days(was!)})")
                : now.SubstituteId is { } substitute
                    ? new($"“{member}”外出（{Days(now)}），由“{MemberName(substitute)}”代理", $"\"{member}\" is away ({Days(now)}), \"{MemberName(substitute)}\" stands in")
                    : new($"“{member}”外出（{Days(now)}），无人代理", $"\"{member}\" is away ({Days(now)}), nobody stands in");
        }

        private static string Days(Absence absence) => string.Create(CultureInfo.InvariantCulture, $"{absence.From:yyyy-MM-dd}–{absence.Until:yyyy-MM-dd}");

        private static LocalizedText Describe(Membership membership)
        {
            var role = membership.Role switch
            {
                DepartmentRole.Head => new LocalizedText("负责人", "head"),
                DepartmentRole.Deputy => new("副负责人", "deputy"),
                _ => new("成员", "member"),
            };
            var position = membership.Position is { Length: > 0 } named ? ", " + named : "";
            return membership.IsMain ? new($"{role.Chinese}{position}, 主部门", $"{role.English}{position}, main department") : new(role.Chinese + position, role.English + position);
        }

        private string MemberName(long id) => organisation.FindMember(id)?.Name ?? $"#{id}";
    }
}
