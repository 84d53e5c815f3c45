using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Flows;

/// <summary>A flow as running instances have it: that in force, or one of earlier versions that instances began with (rule 58).</summary>
/// <param name="model">Alike in all of the versions.</param>
/// <param name="versions">Of the workspace; in ascending order, at least one.</param>
/// <param name="form">As it is now.</param>
public sealed class RunningFlow(FlowModel model, IReadOnlyList<long> versions, FormModel form)
{
    private IReadOnlyList<RoleModel>? _tasks;

    public FlowModel Model { get; } = model;

    public IReadOnlyList<long> Versions { get; } = versions;

    public FormModel Form { get; } = form;

    /// <summary>What its tasks give whoever has them, one for each step that asks people (rule 43).</summary>
    public IReadOnlyList<RoleModel> Tasks => _tasks ??= TaskGrants.Of(this);

    public override string ToString() => $"{Model.Key} ({string.Join(", ", Versions)})";
}
