using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Changes;

/// <summary>A place that needs a field or a form.</summary>
/// <param name="User">The field whose formula it is, or that leads to the form; null for any other place.</param>
/// <param name="Form">The form to which the place belongs; null for a tier model or role.</param>
/// <param name="Kind">What the place makes of the values.</param>
/// <param name="Text">What stands there, where the place has no definition of a field that tells; null else.</param>
public sealed record FieldUse(LocalizedText Place, FieldModel? User = null, FormModel? Form = null, FieldUseKind Kind = FieldUseKind.Arrangement, string? Text = null);
