using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Changes;

/// <summary>A place that needs a field.</summary>
/// <param name="User">The field whose formula it is; null for any other place.</param>
public sealed record FieldUse(LocalizedText Place, FieldModel? User = null);
