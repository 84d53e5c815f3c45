using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Flows;

/// <summary>A record, or one of its lines, as somebody decided upon it.</summary>
/// <param name="Content">As the history of a new record has it: <c>{"name":[null,"Acme"]}</c>.</param>
public sealed record SnapshotPart(FormModel Form, long RecordId, string Content);
