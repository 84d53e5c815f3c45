using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Data.Platform;
using LowCodeErp.Data.Providers;
using LowCodeErp.Data.Records;
using LowCodeErp.Data.Views;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Runtime.HandOvers;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.HandOvers;

/// <summary>The views that a member has made for himself. The successor gets a copy of each, with the leaver's name behind its own.</summary>
public sealed class PersonalViewsPart(WorkspaceConnections connections, IWorkspace workspace) : IHandOverPart
{
    private readonly PlatformContextFactory _contexts = new(connections);

    public string Key => "personal-views";

    public LocalizedText Label { get; } = new("我的视图（复制）", "Personal views (copied)");

    public int Order => 200;

    public async Task<IReadOnlyList<HandOverItem>> ListAsync(long memberId, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenReadAsync(cancellationToken);
        await using var context = _contexts.On(connection);
        return [.. (await ReadAsync(context, memberId, cancellationToken)).Select(form => new HandOverItem(LabelOf(form.Key), form.Value.Count))];
    }

    public async Task<IReadOnlyList<HandOverItem>> MoveAsync(
        HandOver handOver, Actor actor, IRecordTransaction transaction, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handOver);
        await using var context = _contexts.Join(((RecordTransaction)transaction).Transaction);
        var items = new List<HandOverItem>();
        foreach (var (form, views) in await ReadAsync(context, handOver.Leaver.Id, cancellationToken))
        {
            await PersonalViewStore.ChangeAsync(context, handOver.Successor.Id, form, own => views.Aggregate(own, (all, view) => Add(all, view, handOver.Leaver.Name)), cancellationToken);
            items.Add(new(LabelOf(form), views.Count));
        }

        return items;
    }

    private static async Task<SortedDictionary<string, IReadOnlyList<ViewDefinition>>> ReadAsync(PlatformContext context, long memberId, CancellationToken cancellationToken)
    {
        var rows = await context.PersonalViews.AsNoTracking().Where(views => views.MemberId == memberId).ToListAsync(cancellationToken);
        var made = rows.Select(row => (row.Form, PersonalViewStore.Read(row).Views)).Where(form => form.Views.Count > 0);
        return new(made.ToDictionary(form => form.Form, form => form.Views), StringComparer.Ordinal);
    }

    private static PersonalViewsDefinition Add(PersonalViewsDefinition own, ViewDefinition view, string leaver)
    {
        var copy = view with
        {
            Key = KeyProposal.Propose(view.Label.Chinese, own.Views.Select(known => known.Key), "view"),
            Label = new($"{view.Label.Chinese}（{leaver}）", view.Label.English is { } english ? $"{english} ({leaver})" : null),
        };
        return own with { Views = [.. own.Views, copy] };
    }

    private LocalizedText LabelOf(string form) => workspace.Current.FindForm(form)?.Label ?? new(form);
}
