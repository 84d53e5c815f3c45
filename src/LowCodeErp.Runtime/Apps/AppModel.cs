using LowCodeErp.Core.Naming;
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
    IReadOnlyList<TierModel> TierModels);
