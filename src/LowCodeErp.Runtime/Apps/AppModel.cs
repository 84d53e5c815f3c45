using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Access;
using LowCodeErp.Runtime.Flows.Model;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Tiering;

namespace LowCodeErp.Runtime.Apps;

/// <summary>An installed app, with its forms in the order of the menu.</summary>
public sealed record AppModel(
    string Key,
    LocalizedText Label,
    LocalizedText? Description,
    string? Icon,
    IReadOnlyList<FormModel> Forms,
    IReadOnlyList<TierModel> TierModels)
{
    /// <summary>As soon as there is one, nobody but administrators may do what no role allows.</summary>
    public IReadOnlyList<RoleModel> Roles { get; init; } = [];

    public IReadOnlyList<FlowModel> Flows { get; init; } = [];

    /// <summary>Forms that the menu leaves out.</summary>
    public IReadOnlySet<FormModel> Hidden { get; init; } = new HashSet<FormModel>();

    /// <summary>The headings of the menu, by the forms below them.</summary>
    public IReadOnlyDictionary<FormModel, LocalizedText> Groups { get; init; } = new Dictionary<FormModel, LocalizedText>();
}
