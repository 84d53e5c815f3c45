using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records;

/// <summary>A history entry to be appended.</summary>
/// <param name="Changes">
/// Before and after, by field key: <c>{"name":[null,"Acme"]}</c>; then the warnings that were confirmed, with their texts in both
/// languages: <c>"$confirmed":{"low-price":["价格过低","The price is low"]}</c>.
/// </param>
public sealed record HistoryWrite(FormModel Form, long RecordId, long Version, RecordAction Action, DateTime At, Actor Actor, ChangeSource Source, string Changes)
{
    /// <summary>No key of a field.</summary>
    public const string Confirmed = "$confirmed";
}
