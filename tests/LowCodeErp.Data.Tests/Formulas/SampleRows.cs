using LowCodeErp.Data.Tests.Queries;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>The records of <see cref="SalesSample.Rows"/> as formulas read them in memory.</summary>
internal sealed class SampleRows(FormModel form, long id) : IFormulaRow
{
    private readonly Dictionary<string, object?> _values = SalesSample.Rows[form.Key][id];

    public long Id => id;

    /// <summary>Those not in the trash.</summary>
    public static IEnumerable<SampleRows> Of(string form)
        => SalesSample.Rows[form].Keys.Select(id => new SampleRows(SalesSample.Workspace.FindForm(form)!, id)).Where(row => !row.IsDeleted);

    private bool IsDeleted => _values.GetValueOrDefault("deleted") is not null;

    public object? Get(int ordinal) => _values.GetValueOrDefault(form.Fields[ordinal].Key);

    public IFormulaRow? Follow(int ordinal) => Get(ordinal) is long target ? new SampleRows(form.Fields[ordinal].Target!, target) : null;

    public IReadOnlyList<IFormulaRow> Lines(int ordinal)
    {
        var reference = ordinal < form.Fields.Count
            ? form.Fields[ordinal].Lines!.ParentReference!
            : RelatedRecords.Of(form, SalesSample.Workspace)[ordinal - form.Fields.Count].Reference;
        return
        [
            .. Of(reference.Form.Key).Where(row => row.Get(reference.Ordinal) is long owner && owner == id)
                .OrderBy(row => row._values.GetValueOrDefault("position") ?? 0).ThenBy(row => row.Id),
        ];
    }
}
