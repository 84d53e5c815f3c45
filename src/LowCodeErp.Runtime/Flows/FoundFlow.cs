using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Flows.Model;

namespace LowCodeErp.Runtime.Flows;

/// <param name="Model">Null when there was no such flow then, or when it cannot run over the forms as they are now.</param>
/// <param name="Diagnostics">Why it cannot run; none when there was no such flow.</param>
public sealed record FoundFlow(FlowModel? Model, IReadOnlyList<Diagnostic> Diagnostics);
