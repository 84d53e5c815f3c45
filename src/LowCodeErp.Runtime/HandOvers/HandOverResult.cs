using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.HandOvers;

/// <param name="Report">Null when nothing has moved.</param>
/// <param name="Problems">What kept it from moving; nothing when it has moved.</param>
public sealed record HandOverResult(HandOverReport? Report, IReadOnlyList<Diagnostic> Problems);
