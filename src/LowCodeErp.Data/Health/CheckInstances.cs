using System.Runtime.CompilerServices;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Data.Flows;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.State;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Health;

/// <summary>No instance of a flow that has not ended contradicts itself, and each can go on under the version that it began with. One after the other: there may be many.</summary>
internal sealed class CheckInstances(FlowQueries flows, IFlowVersions versions) : IHealthCheck
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<Diagnostic> ExamineAsync(Examination examination, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = 0L; await ReadPageAsync(examination.Platform, last, cancellationToken) is { Count: > 0 } page; last = page[^1])
        {
            foreach (var id in page)
            {
                foreach (var finding in await ExamineAsync(id, cancellationToken))
                {
                    yield return finding;
                }
            }
        }
    }

    private static Task<List<long>> ReadPageAsync(PlatformContext platform, long after, CancellationToken cancellationToken)
        => platform.FlowInstances.Where(instance => instance.EndedAt == null && instance.Id > after).OrderBy(instance => instance.Id).Select(instance => instance.Id).Take(PageSize)
            .ToListAsync(cancellationToken);

    private async Task<IEnumerable<Diagnostic>> ExamineAsync(long id, CancellationToken cancellationToken)
    {
        if (await flows.FindAsync(id, cancellationToken) is not { } state)
        {
            // Purged with its record since the page was read.
            return [];
        }

        var found = await versions.FindAsync(state.Instance.Flow, state.Instance.FlowVersion ?? 0, cancellationToken);
        return found.Model is { } model
            ? FlowDoctor.Examine(model, state).Select(finding => FlowHealthDiagnostics.Unsound(state.Instance, finding))
            : [FlowHealthDiagnostics.CannotRun(state.Instance, found.Diagnostics.Count > 0 ? found.Diagnostics[0] : null)];
    }
}
