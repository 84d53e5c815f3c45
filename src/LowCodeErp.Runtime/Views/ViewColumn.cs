using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Views;

/// <param name="Width">In letters; null: as wide as it needs.</param>
public sealed record ViewColumn(FieldModel Field, int? Width);
