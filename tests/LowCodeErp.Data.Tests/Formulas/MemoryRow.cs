using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>One of <see cref="MemoryRecords"/> as formulas read it.</summary>
internal sealed class MemoryRow(MemoryRecords records, FormModel form, long id, Dictionary<string, object?> values) : IFormulaRow
{
    public long Id => id;

    private object Position => values.GetValueOrDefault("position") ?? 0;

    public object? Get(int ordinal) => values.GetValueOrDefault(form.Fields[ordinal].Key);

    public IFormulaRow? Follow(int ordinal) => Get(ordinal) is long target ? records.Find(form.Fields[ordinal].Target!.Key, target) : null;

    public IReadOnlyList<IFormulaRow> Lines(int ordinal)
    {
        var reference = ordinal < form.Fields.Count
            ? form.Fields[ordinal].Lines!.ParentReference!
            : RelatedRecords.Of(form, records.Workspace)[ordinal - form.Fields.Count].Reference;
        return [.. records.Of(reference.Form.Key).Where(row => row.Get(reference.Ordinal) is long owner && owner == id).OrderBy(row => row.Position).ThenBy(row => row.Id)];
    }
}
