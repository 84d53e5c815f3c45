using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Data.Auditing;

/// <summary>What the check of the logs can find, in words for the auditor. The path names the table and the row.</summary>
public static class AuditDiagnostics
{
    public static Diagnostic RowAltered(string table, long id) => Error("row-altered", table, id, new(
        $"{table} 中 id 为 {id} 的一行与其校验值不符：内容被改动过，或是绕过系统添加的。请与备份核对。",
        $"Row {id} of {table} does not agree with its own hash: it was altered, or added past the system. Compare it with a backup."));

    public static Diagnostic RowsMissing(string table, long fromId, long toId, long seal) => Error("row-missing", table, fromId, new(
        $"{table} 中 {Range(fromId, toId, "至")} 已封存在第 {seal} 号封条中，现在却不存在：被删除过。请从备份恢复。",
        $"{table}: {Range(fromId, toId, "to")} was sealed by seal {seal} and is gone: it was deleted. Restore it from a backup."));

    public static Diagnostic RangeAltered(string table, long fromId, long toId, long seal) => Error("range-altered", table, fromId, new(
        $"{table} 中 {Range(fromId, toId, "至")} 与第 {seal} 号封条不符：其中至少一行连同校验值被改写，或封条被改动。请与备份核对。",
        $"{table}: {Range(fromId, toId, "to")} does not agree with seal {seal}: at least one row was rewritten together with its hash, or the seal was altered. Compare them with a backup."));

    public static Diagnostic RowLate(string table, long id, DateTime at) => Error("row-late", table, id, new(
        $"{table} 中 id 为 {id} 的一行写着 {At(at)}，但当时的封条里没有它：是事后添加的。请与备份核对。",
        $"Row {id} of {table} claims to be of {At(at)}, but the seals of that time do not hold it: it was added later. Compare it with a backup."));

    public static Diagnostic SealAltered(long number) => Error("seal-altered", "sys_seal", number, new(
        $"第 {number} 号封条与其校验值不符：被改动过。请与备份核对。",
        $"Seal {number} does not agree with its own hash: it was altered. Compare it with a backup."));

    public static Diagnostic ChainBroken(long number) => Error("chain-broken", "sys_seal", number, new(
        $"第 {number} 号封条与前一号封条接不上：其中一个被换过。请与备份核对。",
        $"Seal {number} does not follow the seal before it: one of them was replaced. Compare them with a backup."));

    public static Diagnostic SealsMissing(long from, long to) => Error("seal-missing", "sys_seal", from, new(
        $"缺少{(from == to ? $"第 {from} 号封条" : $"第 {from} 至 {to} 号封条")}：被删除过。请从备份恢复。",
        $"{(from == to ? $"Seal {from} is" : $"Seals {from} to {to} are")} gone: somebody deleted them. Restore them from a backup."));

    public static Diagnostic ExpectedMissing(string hash) => new("audit.seal-expected", Severity.Error, "sys_seal", new(
        $"没有封条的校验值是 {hash}：此后的封条被删除或改写过，或这个值不是本数据库的。请核对记下的值，再与备份核对。",
        $"No seal has the hash {hash}: the seals since were deleted or rewritten, or it was noted from another database. Check what was noted, then compare with a backup."));

    private static string Range(long from, long to, string word) => from == to ? $"id {from}" : $"id {from} {word} {to}";

    private static string At(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static Diagnostic Error(string code, string table, long id, LocalizedText message)
        => new("audit." + code, Severity.Error, string.Create(CultureInfo.InvariantCulture, $"{table}.{id}"), message);
}
