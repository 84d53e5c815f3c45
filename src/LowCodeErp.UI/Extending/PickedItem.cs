namespace LowCodeErp.UI.Extending;

/// <summary>One of the values of a field of several, as a chip shows it.</summary>
/// <param name="Color">As style sheets name it; null for none.</param>
/// <param name="IsWrong">Whether it names nothing that the field can hold.</param>
public sealed record PickedItem(string Title, string? Color = null, bool IsWrong = false);
