using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Changes;

namespace LowCodeErp.Runtime.Workspaces;

/// <param name="Version">The workspace version that is in force now, or would be after a rehearsal; null when nothing was published because of an error.</param>
/// <param name="IsChanged">False when everything was published already, to the letter.</param>
/// <param name="Diagnostics">Errors and warnings, of the definitions and of the change of the tables.</param>
public sealed record PublishResult(long? Version, bool IsChanged, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Of values that a changed field cannot hold: <see cref="PublishOptions.LeavesUnconverted"/> goes on all the same.</summary>
    public const string LeftBehindCode = "schema.field.left-behind-count";

    /// <summary>Of an app that somebody else published after its author began: <see cref="PublishOptions.BasedOn"/>.</summary>
    public const string StaleCode = "publish.stale";

    /// <summary>How the definitions differ from those that were in force.</summary>
    public IReadOnlyList<DesignChange> Changes { get; init; } = [];

    /// <summary>What the changes have to do with the rest: where changed fields are used, how many stored values are concerned.</summary>
    public IReadOnlyList<LocalizedText> Impact { get; init; } = [];
}
