using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Runtime.Views;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Views;

/// <summary>Views of members in <c>sys_personal_views</c>, in the one JSON that definitions have.</summary>
public sealed class PersonalViewStore(WorkspaceConnections connections) : IPersonalViewStore
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public async Task<PersonalViewsDefinition> FindAsync(long memberId, string form, CancellationToken cancellationToken = default)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return Read(await FindAsync(context, memberId, form, cancellationToken));
    }

    public async Task ChangeAsync(
        long memberId, string form, Func<PersonalViewsDefinition, PersonalViewsDefinition> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var write = await connections.BeginWriteAsync(cancellationToken);
        await using var context = _contexts.Join(write);
        await ChangeAsync(context, memberId, form, change, cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>As part of a transaction that is under way.</summary>
    internal static async Task ChangeAsync(
        PlatformContext context, long memberId, string form, Func<PersonalViewsDefinition, PersonalViewsDefinition> change, CancellationToken cancellationToken)
    {
        // The member's row stands for what may not exist yet: of two windows the second waits here.
        await context.Users.Where(member => member.Id == memberId).ExecuteUpdateAsync(set => set.SetProperty(member => member.AccessFailedCount, member => member.AccessFailedCount), cancellationToken);
        var row = await FindAsync(context, memberId, form, cancellationToken);
        var content = DefinitionWriter.Write(change(Read(row)));
        if (row is null)
        {
            context.Add(new PersonalViews { MemberId = memberId, Form = form, Content = content });
        }
        else
        {
            row.Content = content;
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static Task<PersonalViews?> FindAsync(PlatformContext context, long memberId, string form, CancellationToken cancellationToken)
        => context.PersonalViews.SingleOrDefaultAsync(views => views.MemberId == memberId && views.Form == form, cancellationToken);

    internal static PersonalViewsDefinition Read(PersonalViews? row)
    {
        if (row is null)
        {
            return new();
        }

        var diagnostics = new DiagnosticBag();
        return DefinitionReader.Read<PersonalViewsDefinition>(row.Content, "views", diagnostics)
            ?? throw new InvalidOperationException($"Kept views cannot be read: {string.Join("; ", diagnostics.Items)}");
    }
}
