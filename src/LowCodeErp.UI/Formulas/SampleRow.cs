using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.UI.Formulas;

/// <summary>A stored record as a formula of the form's next version reads it: fields that are new, or of another kind now, are blank.</summary>
internal sealed class SampleRow(IFormulaSchema schema, RecordDraft record, ReferredRecords referred) : IFormulaRow
{
    public object? Get(int ordinal) => Stored(ordinal) is { } field ? record.ValueOf(field).Content : null;

    public IFormulaRow? Follow(int ordinal)
        => Stored(ordinal) is { Target: { } target } && Get(ordinal) is long id && referred.Find(target, id) is { } found
            ? new SampleRow(FieldAt(ordinal).Target!(), found, referred)
            : null;

    public IReadOnlyList<IFormulaRow> Lines(int ordinal)
        => record.Form.Find(FieldAt(ordinal).Key) is { Lines: not null } table
            ? [.. record.LinesOf(table).Select(line => new SampleRow(FieldAt(ordinal).Target!(), line, referred))]
            : [];

    private FormulaField FieldAt(int ordinal) => schema.Fields.First(field => field.Ordinal == ordinal);

    private FieldModel? Stored(int ordinal)
    {
        var field = FieldAt(ordinal);
        return record.Form.Find(field.Key) is { } stored && stored.ItemKind == field.Kind && stored.IsList == field.IsList ? stored : null;
    }
}
