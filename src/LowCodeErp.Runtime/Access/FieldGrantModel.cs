using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Access;

/// <summary>How much of a field a grant gives, always or while a condition holds.</summary>
/// <param name="When">Null: always.</param>
public sealed record FieldGrantModel(FieldModel Field, FieldAccess Access, CompiledFormula? When);
