using LowCodeErp.Core.Values;

namespace LowCodeErp.UI.Extending;

/// <summary>What somebody has entered into one field.</summary>
/// <param name="Before">What stood there when the page was opened.</param>
/// <param name="Title">Of the record or member that it names.</param>
/// <param name="ItemTitles">Of the items of a list, by id.</param>
internal sealed record FieldEntry(InputValue Input, InputValue Before, string? Title, IReadOnlyDictionary<long, string> ItemTitles);
