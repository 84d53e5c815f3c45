using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.HandOvers;

/// <summary>
/// One kind of thing that members hold and leave behind: departments that they head, records that name them, tasks. Whatever can belong to a
/// member has a part, so that nothing is forgotten when he leaves; parts are registered as services and take their turns by <see cref="Order"/>.
/// </summary>
/// <example>
/// <code>
/// public Task&lt;IReadOnlyList&lt;HandOverItem&gt;&gt; ListAsync(long memberId, CancellationToken cancellationToken)
///     => tasks.CountOpenAsync(memberId) is > 0 and var open ? [new(new("待办", "tasks"), open)] : [];
/// </code>
/// </example>
public interface IHandOverPart
{
    /// <summary>Kebab-case and permanent: what was moved is kept under it.</summary>
    string Key { get; }

    LocalizedText Label { get; }

    int Order { get; }

    /// <summary>What a member holds; nothing when there is nothing. Nothing is changed.</summary>
    Task<IReadOnlyList<HandOverItem>> ListAsync(long memberId, CancellationToken cancellationToken);

    /// <summary>Moves all of it, as it is stored now, in the caller's transaction.</summary>
    /// <param name="diagnostics">An error keeps everything from moving; a warning tells what has to stay, and why.</param>
    /// <returns>What has moved.</returns>
    Task<IReadOnlyList<HandOverItem>> MoveAsync(
        HandOver handOver, Actor actor, IRecordTransaction transaction, DiagnosticBag diagnostics, CancellationToken cancellationToken);
}
