using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Auditing;
using LowCodeErp.Data.Model;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Auditing;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Access;

/// <summary>Which records are shared with whom, in <c>sys_record_share</c>. Nobody gives more than he has, or what the receiver could not use.</summary>
public sealed class RecordShares(
    WorkspaceConnections connections, WorkspaceContextFactory contexts, PlatformContextFactory platformContexts, IWorkspace workspace, IAccess access, IOrganisation organisation, AuditLog audit,
    TimeProvider clock) : IRecordShares
{
    private static readonly LocalizedText Given = new("共享数据", "record shared");
    private static readonly LocalizedText Taken = new("取消共享", "share taken back");

    public async Task<IReadOnlyList<GivenShare>> ReadAsync(FormModel form, long id, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var records = contexts.On(connection, workspace.Current);
        if (!(await ReadRightsAsync(records, form, id, actor, cancellationToken)).May(AccessOperation.Share))
        {
            return [];
        }

        await using var context = platformContexts.On(connection);
        var (company, key) = (organisation.Current, form.Key);
        var shares = await context.RecordShares.AsNoTracking().Where(share => share.Form == key && share.RecordId == id).OrderBy(share => share.SharedAt).ToListAsync(cancellationToken);
        return [.. shares.Select(share => new GivenShare(share.MemberId, NameOf(company, share.MemberId), share.MayEdit, share.Until, NameOf(company, share.SharedBy), share.SharedAt))];
    }

    public async Task<IReadOnlyList<Diagnostic>> ShareAsync(NewShare share, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(share);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = platformContexts.Join(write);
        await using var records = contexts.Join(write, workspace.Current);
        var receiver = await context.Users.AsNoTracking().FirstOrDefaultAsync(member => member.Id == share.MemberId && member.IsActive, cancellationToken);
        if ((FindMistake(share, receiver, actor, now) ?? await FindRefusalAsync(records, share, actor, cancellationToken)) is { } mistake)
        {
            return [mistake];
        }

        await StoreAsync(context, share, actor, now, cancellationToken);
        if (await FindUselessAsync(records, share, receiver!, cancellationToken) is { } useless)
        {
            return [useless];
        }

        await audit.WriteAsync(write, Describe(share.Form, share.RecordId, receiver!.DisplayName, actor, Given, [new(AuditDetail.After, AccessWords.Of(share.MayEdit ? AccessOperation.Edit : AccessOperation.View)), .. DateOf(share.Until)]), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return [];
    }

    public async Task<IReadOnlyList<Diagnostic>> TakeBackAsync(FormModel form, long id, long memberId, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(actor);
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = platformContexts.Join(write);
        await using var records = contexts.Join(write, workspace.Current);
        if (!(await ReadRightsAsync(records, form, id, actor, cancellationToken)).May(AccessOperation.Share))
        {
            return [AccessDiagnostics.Refused(AccessOperation.Share, form.Label)];
        }

        var key = form.Key;
        if (await context.RecordShares.Where(share => share.Form == key && share.RecordId == id && share.MemberId == memberId).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            await audit.WriteAsync(write, Describe(form, id, NameOf(organisation.Current, memberId), actor, Taken, []), cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        return [];
    }

    private static Diagnostic? FindMistake(NewShare share, Member? receiver, Actor actor, DateTime now)
        => receiver is null ? ShareDiagnostics.UnknownMember()
            : receiver.Id == actor.MemberId ? ShareDiagnostics.WithOneself()
            : share.Until <= now ? ShareDiagnostics.EndsBeforeNow()
            : null;

    private static async Task StoreAsync(PlatformContext context, NewShare share, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        var row = await context.RecordShares.FindAsync([share.Form.Key, share.RecordId, share.MemberId], cancellationToken)
            ?? context.Add(new RecordShare { Form = share.Form.Key, RecordId = share.RecordId, MemberId = share.MemberId }).Entity;
        (row.MayEdit, row.Until, row.SharedBy, row.SharedAt) = (share.MayEdit, share.Until, actor.MemberId ?? 0, now);
        await context.SaveChangesAsync(cancellationToken);
    }

    private static AuditEntry Describe(FormModel form, long id, string member, Actor actor, LocalizedText what, IEnumerable<AuditFact> facts)
        => new(AuditKind.AccessChange, actor) { App = form.App, Form = form.Key, RecordId = id, Facts = [new(AuditDetail.Change, what), new(AuditDetail.Name, member), .. facts] };

    private static IEnumerable<AuditFact> DateOf(DateTime? until)
        => until is { } moment ? [new(AuditDetail.Date, moment.ToString("u", CultureInfo.InvariantCulture))] : [];

    private static string NameOf(Organisation company, long memberId) => memberId == 0 ? Actor.System.Name : company.FindMember(memberId)?.Name ?? $"#{memberId}";

    private async Task<Diagnostic?> FindRefusalAsync(WorkspaceContext records, NewShare share, Actor actor, CancellationToken cancellationToken)
    {
        var rights = await ReadRightsAsync(records, share.Form, share.RecordId, actor, cancellationToken);
        return !rights.May(AccessOperation.Share) ? AccessDiagnostics.Refused(AccessOperation.Share, share.Form.Label)
            : share.MayEdit && !rights.May(AccessOperation.Edit) ? AccessDiagnostics.Refused(AccessOperation.Edit, share.Form.Label)
            : await IsGoneAsync(records, share, cancellationToken) ? ShareDiagnostics.RecordGone(share.Form.Label)
            : null;
    }

    /// <summary>Asked once the share is stored: whatever it depends on, the receiver's rights say themselves what it gives him.</summary>
    private async Task<Diagnostic?> FindUselessAsync(WorkspaceContext records, NewShare share, Member receiver, CancellationToken cancellationToken)
    {
        var actor = new Actor(receiver.Id, receiver.DisplayName, receiver.IsAdministrator) { DepartmentId = organisation.Current.MainDepartmentOf(receiver.Id) };
        var rights = await ReadRightsAsync(records, share.Form, share.RecordId, actor, cancellationToken);
        return !rights.May(AccessOperation.View) ? ShareDiagnostics.NotSeenBy(receiver.DisplayName, share.Form.Label)
            : share.MayEdit && !rights.May(AccessOperation.Edit) ? ShareDiagnostics.NotEditedBy(receiver.DisplayName, share.Form.Label)
            : null;
    }

    private static async Task<bool> IsGoneAsync(WorkspaceContext records, NewShare share, CancellationToken cancellationToken)
    {
        var row = RowExpressions.NewRow();
        var isThere = RowExpressions.AllOf(
            [System.Linq.Expressions.Expression.Equal(FormRows.Id(row), RowExpressions.Parameter(share.RecordId)), RowExpressions.IsBlank(RowExpressions.Column(row, SystemColumns.DeletedAt, typeof(DateTime?)))]);
        return !await RowExpressions.Where(records.Rows(share.Form.Key), row, isThere).AnyAsync(cancellationToken);
    }

    /// <summary>Within the write transaction: what it has stored so far counts.</summary>
    private async Task<RecordRights> ReadRightsAsync(WorkspaceContext records, FormModel form, long id, Actor actor, CancellationToken cancellationToken)
    {
        var viewer = await access.OfAsync(actor, cancellationToken);
        return new(viewer.Of(form), await AccessQuestions.AskAllAsync(records, connections.Target.Provider, form, id, viewer, cancellationToken), id);
    }
}
