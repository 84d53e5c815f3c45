using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Formulas;

namespace LowCodeErp.Data.Tests.Formulas.Differential;

/// <summary>A record of <see cref="ProbeSample.Rows"/> as formulas read it in memory.</summary>
internal sealed class MemoryRow(FormModel form, long id) : IFormulaRow
{
    private readonly Dictionary<string, object?> _values = ProbeSample.Rows[form.Key][id];

    public static IEnumerable<(long Id, MemoryRow Row)> Of(string form)
        => ProbeSample.Rows[form].Keys.Select(id => (id, new MemoryRow(ProbeSample.Workspace.FindForm(form)!, id)));

    public object? Get(int ordinal) => _values.GetValueOrDefault(form.Fields[ordinal].Key);

    public IFormulaRow? Follow(int ordinal) => Get(ordinal) is long target ? new MemoryRow(form.Fields[ordinal].Target!, target) : null;

    public IReadOnlyList<IFormulaRow> Lines(int ordinal)
    {
        var reference = ordinal < form.Fields.Count
            ? form.Fields[ordinal].Lines!.ParentReference!
            : RelatedRecords.Of(form, ProbeSample.Workspace)[ordinal - form.Fields.Count].Reference;
        return
        [
            .. Of(reference.Form.Key).Where(pair => pair.Row.Get(reference.Ordinal) is long owner && owner == id)
                .OrderBy(pair => pair.Row._values.GetValueOrDefault("position") ?? 0).ThenBy(pair => pair.Id).Select(pair => pair.Row),
        ];
    }
}
