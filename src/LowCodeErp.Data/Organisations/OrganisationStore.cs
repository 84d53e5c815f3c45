using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Departments;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Organisations;

/// <summary>Who belongs where, in <c>sys_membership</c>, <c>sys_reporting_line</c> and <c>sys_absence</c>, with the departments and members.</summary>
public sealed class OrganisationStore(WorkspaceConnections connections, AuditLog audit) : IOrganisationStore
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<Organisation> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await ReadAsync(context, cancellationToken);
    }

    /// <summary>The stamp first: what changes meanwhile has another one, and is read again.</summary>
    internal static async Task<Organisation> ReadAsync(PlatformContext context, CancellationToken cancellationToken)
        => await ReadAsync(context, await ReadStampAsync(context, cancellationToken), cancellationToken);

    public async Task<string> ReadStampAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return await ReadStampAsync(context, cancellationToken);
    }

    public async Task<Organisation?> ChangeAsync(Func<Organisation, Organisation?> change, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        Organisation? before = null;
        if (await ChangeAsync(stored => change(before = stored), write, cancellationToken) is not { } changed)
        {
            return null;
        }

        if (OrganisationChanges.Of(before!, changed) is { Count: > 0 } changes)
        {
            await audit.WriteAsync(write, Describe(changes, actor), cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
        return changed;
    }

    public Task<Organisation?> ChangeAsync(Func<Organisation, Organisation?> change, IRecordTransaction transaction, CancellationToken cancellationToken = default)
        => ChangeAsync(change, ((RecordTransaction)transaction).Transaction, cancellationToken);

    internal static AuditEntry Describe(IReadOnlyList<LocalizedText> changes, Actor actor)
        => new(AuditKind.OrganisationChange, actor) { Facts = [.. changes.Select(change => new AuditFact(AuditDetail.Change, change))] };

    private async Task<Organisation?> ChangeAsync(Func<Organisation, Organisation?> change, WriteTransaction write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var context = _contexts.Join(write);
        var stamp = await OrganisationState.TakeAsync(context, cancellationToken);
        var stored = await ReadAsync(context, stamp, cancellationToken);
        if (change(stored) is not { } changed)
        {
            return null;
        }

        await StoreAsync(context, stored, changed, cancellationToken);
        return changed;
    }

    private static Task<string> ReadStampAsync(PlatformContext context, CancellationToken cancellationToken)
        => context.OrganisationStates.Select(state => state.Stamp).SingleAsync(cancellationToken);

    private static async Task<Organisation> ReadAsync(PlatformContext context, string stamp, CancellationToken cancellationToken) => new(
        stamp,
        await DepartmentStore.ReadAsync(context, cancellationToken),
        await context.Users.Select(row => new OrganisationMember(row.Id, row.UserName!, row.DisplayName, row.IsActive)).ToListAsync(cancellationToken),
        await context.Memberships.Select(row => new Membership(row.MemberId, row.DepartmentId, row.Role, row.Position, row.IsMain)).ToListAsync(cancellationToken),
        await context.ReportingLines.Select(row => new ReportingLine(row.MemberId, row.SuperiorId)).ToListAsync(cancellationToken),
        await context.Absences.Select(row => new Absence(row.MemberId, row.FromDay, row.UntilDay, row.SubstituteId, row.Note)).ToListAsync(cancellationToken));

    /// <summary>Only what differs: a change touches few of some thousands of rows.</summary>
    private static async Task StoreAsync(PlatformContext context, Organisation stored, Organisation changed, CancellationToken cancellationToken)
    {
        if (changed.Departments != stored.Departments)
        {
            await DepartmentStore.StoreAsync(context, changed.Departments, cancellationToken);
        }

        Mark(context, stored.Memberships, changed.Memberships, known => (known.MemberId, known.DepartmentId), known => new MembershipRow
        {
            MemberId = known.MemberId, DepartmentId = known.DepartmentId, Role = known.Role, Position = known.Position, IsMain = known.IsMain,
        });
        Mark(context, stored.ReportingLines, changed.ReportingLines, known => known.MemberId, known => new ReportingLineRow { MemberId = known.MemberId, SuperiorId = known.SuperiorId });
        Mark(context, stored.Absences, changed.Absences, known => (known.MemberId, known.From), known => new AbsenceRow
        {
            MemberId = known.MemberId, FromDay = known.From, UntilDay = known.Until, SubstituteId = known.SubstituteId, Note = known.Note,
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Rows are told apart by key, and what they hold is compared as a whole.</summary>
    private static void Mark<TKnown, TKey>(
        PlatformContext context, IReadOnlyList<TKnown> stored, IReadOnlyList<TKnown> changed, Func<TKnown, TKey> keyOf, Func<TKnown, object> toRow)
        where TKnown : class
        where TKey : notnull
    {
        if (ReferenceEquals(stored, changed))
        {
            return;
        }

        var before = stored.ToDictionary(keyOf);
        var after = changed.ToDictionary(keyOf);
        context.RemoveRange(before.Where(known => !after.ContainsKey(known.Key)).Select(known => toRow(known.Value)));
        foreach (var (key, known) in after)
        {
            if (!before.TryGetValue(key, out var was))
            {
                context.Add(toRow(known));
            }
            else if (!known.Equals(was))
            {
                context.Update(toRow(known));
            }
        }
    }
}
