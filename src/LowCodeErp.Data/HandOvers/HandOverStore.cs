using System.Text.Json;
using LowCodeErp.Data.Numbering;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Runtime.HandOvers;
using LowCodeErp.Runtime.Records;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.HandOvers;

/// <summary>What was handed over, in <c>sys_hand_over</c>.</summary>
public sealed class HandOverStore(WorkspaceConnections connections, IdAllocator ids) : IHandOverStore
{
    private readonly PlatformContextFactory _contexts = new(connections);

    /// <summary>Both stamps change: that of security ends his sessions, that of concurrency keeps whoever saves his account meanwhile from undoing this.</summary>
    public async Task DeactivateAsync(long memberId, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Join(((RecordTransaction)transaction).Transaction);
        var stamp = Guid.NewGuid().ToString("N");
        await OrganisationState.TakeAsync(context, cancellationToken);
        await context.Users.Where(member => member.Id == memberId).ExecuteUpdateAsync(
            set => set.SetProperty(member => member.IsActive, false).SetProperty(member => member.SecurityStamp, stamp).SetProperty(member => member.ConcurrencyStamp, stamp),
            cancellationToken);
    }

    public async Task<HandOverReport> KeepAsync(HandOver handOver, HandOverReport report, IRecordTransaction transaction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handOver);
        ArgumentNullException.ThrowIfNull(report);
        var write = ((RecordTransaction)transaction).Transaction;
        await using var context = _contexts.Join(write);
        var id = await ids.NextAsync(write, IdSequence.HandOver, 1, cancellationToken);
        context.Add(new HandOverRow
        {
            Id = id,
            LeaverId = handOver.Leaver.Id,
            LeaverName = report.LeaverName,
            SuccessorId = handOver.Successor.Id,
            SuccessorName = report.SuccessorName,
            At = report.At,
            ActorName = report.ActorName,
            WasDeactivated = report.WasDeactivated,
            Content = JsonSerializer.Serialize(new Content(report.Moved, report.Remaining)),
        });
        await context.SaveChangesAsync(cancellationToken);
        return report with { Id = id };
    }

    public Task<IReadOnlyList<HandOverReport>> ListAsync(long leaverId, CancellationToken cancellationToken)
        => ReadAsync(rows => rows.Where(row => row.LeaverId == leaverId).OrderByDescending(row => row.Id), cancellationToken);

    public async Task<HandOverReport?> FindAsync(long id, CancellationToken cancellationToken)
        => (await ReadAsync(rows => rows.Where(row => row.Id == id), cancellationToken)) is [var found] ? found : null;

    private async Task<IReadOnlyList<HandOverReport>> ReadAsync(Func<IQueryable<HandOverRow>, IQueryable<HandOverRow>> choose, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return [.. (await choose(context.HandOvers.AsNoTracking()).ToListAsync(cancellationToken)).Select(ToReport)];
    }

    private static HandOverReport ToReport(HandOverRow row)
    {
        var content = JsonSerializer.Deserialize<Content>(row.Content) ?? throw new InvalidOperationException($"Hand-over {row.Id} has no content.");
        return new(row.Id, row.LeaverName, row.SuccessorName, row.At, row.ActorName, row.WasDeactivated, content.Moved, content.Remaining);
    }

    private sealed record Content(IReadOnlyList<HandOverSection> Moved, IReadOnlyList<Core.Naming.LocalizedText> Remaining);
}
