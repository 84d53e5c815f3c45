using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Queries;

/// <summary>Text is ordered ordinally, blanks come last in both directions. References are ordered by the title of their target.</summary>
public sealed record SortOrder(FieldPath Field, bool Descending = false);
