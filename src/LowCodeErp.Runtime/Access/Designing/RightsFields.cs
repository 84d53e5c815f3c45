using LowCodeErp.Metadata.Access;
using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Access.Designing;

/// <summary>The fields by which roles decide, and what those are computed from: whoever changes what they mean changes rights.</summary>
internal sealed class RightsFields
{
    private readonly HashSet<FieldModel> _fields = [];

    public RightsFields(WorkspaceModel workspace)
    {
        var uses = new FieldUses(workspace);
        foreach (var grant in workspace.Apps.SelectMany(app => app.Roles).SelectMany(role => role.Grants))
        {
            Add(uses.ReadBy(grant));
            Add(grant.Fields.Where(entry => entry.Access == FieldAccess.Masked).Select(entry => entry.Field));
        }

        Add(workspace.Forms.Select(form => form.Owner).OfType<FieldModel>());
    }

    public bool Contains(FieldModel field) => _fields.Contains(field);

    private void Add(IEnumerable<FieldModel> fields)
    {
        foreach (var field in fields.Select(field => field.Whole ?? field).Where(_fields.Add))
        {
            Add([.. field.Formula?.Sources ?? [], .. field.Formula?.Reads ?? [], .. field.Rollup?.Sources ?? [], .. field.Parts]);
        }
    }
}
