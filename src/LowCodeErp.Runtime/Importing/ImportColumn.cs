using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Importing;

/// <param name="Index">The column's place in the sheet, from 0.</param>
/// <param name="Name">The column's name in the file.</param>
public sealed record ImportColumn(FieldModel Field, int Index, string Name);
