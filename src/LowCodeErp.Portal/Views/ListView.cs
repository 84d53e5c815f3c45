using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Views;

namespace LowCodeErp.Portal.Views;

/// <summary>A view that a member may choose: one that everybody sees, or one of his own.</summary>
/// <param name="Problems">What the list cannot do of it any more; only of one's own, as no form is published with such a view.</param>
public sealed record ListView(ViewModel Model, bool IsPersonal, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>No key has a point, so personal views never take the name of a shared one.</summary>
    private const string Personal = "my.";

    /// <summary>As it stands in addresses.</summary>
    public string Name => NameOf(Model.Key, IsPersonal);

    public static string NameOf(string key, bool isPersonal) => isPersonal ? Personal + key : key;
}
