using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Data.Tests.Formulas;

/// <summary>What a sample stored, for formulas that are evaluated in memory.</summary>
/// <param name="Rows">By form and id: the values by field, with "position" of lines and "deleted" of what is in the trash.</param>
internal sealed record MemoryRecords(WorkspaceModel Workspace, IReadOnlyDictionary<string, IReadOnlyDictionary<long, Dictionary<string, object?>>> Rows)
{
    /// <summary>The records of a form that are not in the trash.</summary>
    public IEnumerable<MemoryRow> Of(string form)
        => Rows[form].Where(row => row.Value.GetValueOrDefault("deleted") is null).Select(row => Find(form, row.Key));

    public MemoryRow Find(string form, long id) => new(this, Workspace.FindForm(form)!, id, Rows[form][id]);
}
