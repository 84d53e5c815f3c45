using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Indexes;

/// <summary>An index that an administrator has added.</summary>
/// <param name="Name">In the database.</param>
/// <param name="IsUsable">False where making it was interrupted, so that no query uses it.</param>
public sealed record FormIndex(string Name, FormModel Form, IReadOnlyList<FieldModel> Fields, bool IsUsable);
