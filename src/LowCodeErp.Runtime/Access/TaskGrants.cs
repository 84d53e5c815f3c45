using LowCodeErp.Metadata.Access;
using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Access;

/// <summary>
/// What a task gives whoever has it, as grants like those of a role: the record of the flow is seen while the task is open, and those of its fields are changed
/// that the step lets him change (rule 43).
/// </summary>
internal static class TaskGrants
{
    private static readonly IReadOnlySet<AccessOperation> Seeing = new HashSet<AccessOperation> { AccessOperation.View, AccessOperation.Print };

    private static readonly IReadOnlySet<AccessOperation> Changing = new HashSet<AccessOperation> { AccessOperation.Edit };

    public static IReadOnlyList<RoleModel> Of(RunningFlow flow)
        => [.. flow.Model.Blocks.Values.OfType<FlowBlock.Leaf>().Where(leaf => leaf.Settings is TaskSettings).OrderBy(leaf => leaf.Key, StringComparer.Ordinal)
            .Select(leaf => new RoleModel(flow.Model.App, $"{flow.Model.Key}/{leaf.Key}", leaf.Label, flow.Model.Label, Make(flow, leaf)))];

    private static GrantModel[] Make(RunningFlow flow, FlowBlock.Leaf leaf)
    {
        var rights = FieldsOf(flow.Form, (TaskSettings)leaf.Settings).ToList();
        var named = rights.Select(right => right.Field).ToHashSet();
        var unnamed = flow.Form.Fields.Where(field => field.Whole is null && !named.Contains(field));
        return
        [
            Make(flow, leaf, Seeing, [.. rights.Select(right => new FieldGrantModel(right.Field, right.Right == FieldRight.Hide ? FieldAccess.Hidden : FieldAccess.Edit, null))]),
            Make(flow, leaf, Changing, [.. rights.Select(right => new FieldGrantModel(right.Field, AccessOf(right.Right), null)), .. unnamed.Select(field => new FieldGrantModel(field, FieldAccess.Read, null))]),
        ];
    }

    private static GrantModel Make(RunningFlow flow, FlowBlock.Leaf leaf, IReadOnlySet<AccessOperation> operations, IReadOnlyList<FieldGrantModel> fields) => new()
    {
        Form = flow.Form, Effect = GrantEffect.Allow, Operations = operations, Rows = GrantedRows.Condition, Asked = new(flow, leaf.Key), Fields = fields,
    };

    /// <summary>A column of a sub-table can be given less than its table, not more. What lies behind references is the affair of its own form.</summary>
    private static IEnumerable<(FieldModel Field, FieldRight Right)> FieldsOf(FormModel form, TaskSettings settings)
        => from right in settings.Fields
           let path = right.Key.Split('.', 2)
           let own = form.Find(path[0])
           let field = path.Length == 1 ? own : own?.Lines?.Find(path[1])
           where field is not null
           select (field, right.Value);

    private static FieldAccess AccessOf(FieldRight right) => right switch
    {
        FieldRight.Hide => FieldAccess.Hidden,
        FieldRight.Read => FieldAccess.Read,
        FieldRight.Edit or FieldRight.Require => FieldAccess.Edit,
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
    };
}
