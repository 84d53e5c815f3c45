namespace LowCodeErp.Data.Schema;

/// <summary>A row in which there is something to convert.</summary>
/// <param name="Title">What people call the record; its id where it has no title.</param>
/// <param name="Content">Null when the field is blank.</param>
/// <param name="Remembered">What each column of <see cref="FieldPair.Memory"/> holds.</param>
internal sealed record ConversionRow(long Id, string Title, object? Content, IReadOnlyList<object?> Remembered);
