using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Access;

/// <summary>What people call what grants hold as keys.</summary>
/// <param name="Form">The label of a form.</param>
/// <param name="Field">Of a form, the label of a field or of a column (<c>line.price</c>).</param>
/// <param name="Formula">Of a form, a condition with its fields by their labels.</param>
public sealed record AccessNames(Func<string, LocalizedText> Form, Func<string, string, LocalizedText> Field, Func<string, string, LocalizedText> Formula);
