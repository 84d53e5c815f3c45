using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Queries;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Access.Explaining;
using LowCodeErp.Runtime.Organisations;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Access;

/// <summary>Asks the database what the rules of a member say of a record, and explains it.</summary>
public sealed class AccessExplanations(WorkspaceConnections connections, RecordQueries queries, IAccess access, IOrganisation organisation) : IAccessExplanations
{
    private readonly PlatformContextFactory _platform = new(connections);

    public async Task<AccessReply> ExplainAsync(AccessQuestion question, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(actor);
        var tellsAll = (await access.OfAsync(actor, cancellationToken)).Administers(question.Form.App);
        if (!tellsAll && actor.MemberId != question.MemberId)
        {
            return new AccessReply.Refused(AccessDiagnostics.NotYoursToAsk());
        }

        var asked = question.IsOfRecords ? question : question with { RecordId = null };
        return await FindAsync(question.MemberId, cancellationToken) is { } member
            ? new AccessReply.Told(await ShowMaskAsync(await ExplainAsync(asked, member, tellsAll, cancellationToken), member.Actor, cancellationToken))
            : new AccessReply.Refused(AccessDiagnostics.UnknownMember());
    }

    private async Task<AccessExplanation> ExplainAsync(AccessQuestion question, (Actor Actor, bool IsActive) member, bool tellsAll, CancellationToken cancellationToken)
    {
        if (!member.IsActive)
        {
            return new(question, false, [new AccessReason.Deactivated()]);
        }

        var rights = await access.OfAsync(member.Actor, cancellationToken);
        if (question.RecordId is not { } record)
        {
            return new AccessExplainer(rights, AccessAnswers.None, question, tellsAll).Explain();
        }

        if (await queries.FindAsync(question.Form, record, Actor.System, cancellationToken) is null)
        {
            return new(question, false, [tellsAll ? new AccessReason.Gone() : new AccessReason.OutOfSight()]);
        }

        return new AccessExplainer(rights, await queries.AskAsync(question.Form, record, rights, cancellationToken), question, tellsAll).Explain();
    }

    /// <summary>As the member sees it.</summary>
    private async Task<AccessExplanation> ShowMaskAsync(AccessExplanation explanation, Actor member, CancellationToken cancellationToken)
        => explanation is { IsMasked: true, Question: { RecordId: { } record, Field: { Form.Parent: null } field } question }
            ? explanation with { Mask = (await queries.FindAsync(question.Form, record, member, cancellationToken))?.MaskOf(field) }
            : explanation;

    private async Task<(Actor Actor, bool IsActive)?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _platform.On(connection);
        return await context.Users.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is { } found
            ? (new Actor(id, found.DisplayName, found.IsAdministrator) { DepartmentId = organisation.Current.MainDepartmentOf(id) }, found.IsActive)
            : null;
    }
}
