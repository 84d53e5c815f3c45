using System.Text.Json;

namespace LowCodeErp.Runtime.Flows;

/// <summary>A record or a line.</summary>
/// <param name="Form">Key of the form, or of the lines.</param>
/// <param name="Values">By key of the field, as stored: ids for members and records; blank and unseen ones are left out.</param>
public sealed record DecidedPart(string Form, long Id, IReadOnlyDictionary<string, JsonElement> Values);
