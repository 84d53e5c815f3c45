using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records;

/// <summary>A history entry to be appended.</summary>
/// <param name="Changes">Before and after, by field key: <c>{"name":[null,"Acme"]}</c>.</param>
public sealed record HistoryWrite(FormModel Form, long RecordId, long Version, RecordAction Action, DateTime At, Actor Actor, ChangeSource Source, string Changes);
