using LowCodeErp.Runtime.Views;

namespace LowCodeErp.Portal.Views;

/// <summary>A view that a member may choose: one that everybody sees, or one of his own.</summary>
public sealed record ListView(ViewModel Model, bool IsPersonal)
{
    /// <summary>No key has a point, so personal views never take the name of a shared one.</summary>
    private const string Personal = "my.";

    /// <summary>As it stands in addresses.</summary>
    public string Name => NameOf(Model.Key, IsPersonal);

    public static string NameOf(string key, bool isPersonal) => isPersonal ? Personal + key : key;
}
