using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Views;

/// <param name="Field">Whose cell is coloured; null: the row.</param>
/// <param name="Reads">The fields that the condition has to know.</param>
public sealed record ViewRowColour(CompiledFormula When, ViewColour Colour, LocalizedText Label, FieldModel? Field, IReadOnlyList<FieldModel> Reads)
{
    /// <param name="row">Read with <see cref="Reads"/>.</param>
    public bool Holds(RecordRow row, EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(row);
        return When.Holds(new ArrayRow([.. row.Values]), context);
    }
}
