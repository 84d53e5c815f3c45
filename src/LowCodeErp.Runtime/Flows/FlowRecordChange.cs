namespace LowCodeErp.Runtime.Flows;

/// <summary>What a step does to records, as far as its settings tell.</summary>
/// <param name="Form">Null for the record of the flow itself.</param>
/// <param name="IsNew">Whether records are created; otherwise some are changed.</param>
/// <param name="Fields">Keys of those that are set.</param>
public sealed record FlowRecordChange(string? Form, bool IsNew, IReadOnlyCollection<string> Fields);
