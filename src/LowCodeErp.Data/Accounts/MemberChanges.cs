using System.Linq.Expressions;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LowCodeErp.Data.Accounts;

/// <summary>What is about to change of an account, in words for the audit log; never what is secret. Failed attempts and languages are not told.</summary>
internal static class MemberChanges
{
    public static IReadOnlyList<LocalizedText> Of(EntityEntry<Member> entry) => entry.State switch
    {
        EntityState.Added => [.. OfNew(entry.Entity)],
        EntityState.Modified => [.. OfKnown(entry)],
        _ => [],
    };

    private static IEnumerable<LocalizedText> OfNew(Member member)
    {
        yield return new($"新增成员“{member.DisplayName}”", $"member \"{member.DisplayName}\" added");
        if (member.IsAdministrator)
        {
            yield return Administrator(isOne: true);
        }
    }

    private static IEnumerable<LocalizedText> OfKnown(EntityEntry<Member> entry)
    {
        var member = entry.Entity;
        return new[]
        {
            Told(entry, row => row.UserName, (was, now) => new($"登录名由“{was}”改为“{now}”", $"user name changed from \"{was}\" to \"{now}\"")),
            Told(entry, row => row.DisplayName, (was, now) => new($"姓名由“{was}”改为“{now}”", $"name changed from \"{was}\" to \"{now}\"")),
            Told(entry, row => row.Email, (was, now) => new($"邮箱由“{was}”改为“{now}”", $"e-mail address changed from \"{was}\" to \"{now}\"")),
            Told(entry, row => row.IsAdministrator, (_, now) => Administrator(now)),
            Told(entry, row => row.IsActive, (_, now) => now ? new("启用", "activated") : new("停用", "deactivated")),
            Told(entry, row => row.PasswordHash, (_, _) => new("设置了新密码", "a new password was set")),
            Told(entry, row => row.TwoFactorEnabled, (_, now) => now ? new("开启两步验证", "second factor turned on") : new("关闭两步验证", "second factor turned off")),
            Told(entry, row => row.LockoutEnd, (_, now) => now is null ? new("解除锁定", "unlocked") : null),
        }.OfType<LocalizedText>();
    }

    private static LocalizedText Administrator(bool isOne) => isOne ? new("设为管理员", "made an administrator") : new("不再是管理员", "no longer an administrator");

    private static LocalizedText? Told<T>(EntityEntry<Member> entry, Expression<Func<Member, T>> read, Func<T, T, LocalizedText?> tell)
        => entry.Property(read) is var property && !EqualityComparer<T>.Default.Equals(property.OriginalValue, property.CurrentValue) ? tell(property.OriginalValue, property.CurrentValue) : null;
}
