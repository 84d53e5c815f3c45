using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Changes;

/// <summary>A place that needs a field or a form.</summary>
/// <param name="User">The field whose formula it is, or that leads to the form; null for any other place.</param>
/// <param name="Form">The form to which the place belongs; null for a tier model.</param>
public sealed record FieldUse(LocalizedText Place, FieldModel? User = null, FormModel? Form = null);
