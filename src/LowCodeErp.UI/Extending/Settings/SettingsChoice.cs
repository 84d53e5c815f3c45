using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>One of the few contents that a member of a settings record can have.</summary>
/// <param name="Name">In the code, and so in the names of its texts.</param>
public sealed record SettingsChoice(string Name, JsonElement Content, LocalizedText Label)
{
    public string Key => Content.ToString();
}
