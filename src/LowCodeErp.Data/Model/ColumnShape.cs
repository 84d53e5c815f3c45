using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Data.Model;

/// <summary>The column of a field in some published version.</summary>
/// <param name="IsBare">Without its indexes and foreign key, which a column loses when it is taken out of use.</param>
internal sealed record ColumnShape(FieldModel Field, bool IsBare = false);
