using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Data.Accounts;

/// <summary>Writes down what is done with accounts, with who did it and whose account it is.</summary>
public sealed class MemberNotes(AuditLog audit)
{
    /// <summary>As part of the transaction that changes the account.</summary>
    public Task WriteAsync(WriteTransaction write, Actor actor, Member member, IEnumerable<LocalizedText> changes, CancellationToken cancellationToken)
        => audit.WriteAsync(write, Describe(actor, member, changes), cancellationToken);

    /// <summary>Before the account is changed by ASP.NET's own ways, which have a transaction of their own.</summary>
    public Task WriteAsync(Actor actor, Member member, IEnumerable<LocalizedText> changes, CancellationToken cancellationToken)
        => audit.WriteAsync(Describe(actor, member, changes), cancellationToken);

    private static AuditEntry Describe(Actor actor, Member member, IEnumerable<LocalizedText> changes) => new(AuditKind.MemberChange, actor)
    {
        RecordId = member.Id > 0 ? member.Id : null,
        Facts = [new(AuditDetail.Name, member.UserName ?? ""), .. changes.Select(change => new AuditFact(AuditDetail.Change, change))],
    };
}
