using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Runtime.Flows.Simulation.Scripts;

/// <summary>The one instance that a script drives, wherever it is kept.</summary>
internal interface IScriptedInstance
{
    /// <summary>As it stands after the last event; a draft before the first.</summary>
    FlowState State { get; }

    /// <summary>The oldest first.</summary>
    IReadOnlyList<FlowHistory> History { get; }

    /// <returns>Why it was refused, and nothing changed; null when it was carried out.</returns>
    ValueTask<Diagnostic?> DoAsync(FlowEvent flowEvent, CancellationToken cancellationToken);

    /// <summary>Keeps what the script has changed of the record.</summary>
    /// <param name="fields">As the script calls them.</param>
    /// <param name="path">Where the script does.</param>
    ValueTask ChangeAsync(IReadOnlyCollection<string> fields, string path, CancellationToken cancellationToken);

    /// <summary>As after a crash: what is left is what was written down.</summary>
    ValueTask ReloadAsync(CancellationToken cancellationToken);
}
