using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Workspaces;

/// <summary>What became of a publication.</summary>
public abstract record PublishResult
{
    private PublishResult()
    {
    }

    /// <param name="Version">The version of the workspace now in force; the one before when nothing differed.</param>
    /// <param name="Changes">What happened to the tables.</param>
    /// <param name="Warnings">What the author should look at; it did not stop the publication.</param>
    public sealed record Published(long Version, IReadOnlyList<SchemaChange> Changes, IReadOnlyList<Diagnostic> Warnings) : PublishResult;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Diagnostics">Every reason, and the warnings.</param>
    public sealed record Refused(IReadOnlyList<Diagnostic> Diagnostics) : PublishResult;
}
