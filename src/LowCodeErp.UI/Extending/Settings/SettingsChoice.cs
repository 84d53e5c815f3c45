using System.Text.Json;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>One of the few contents that a member of a settings record can have.</summary>
public sealed record SettingsChoice(JsonElement Content, LocalizedText Label)
{
    public string Key => Content.ToString();
}
