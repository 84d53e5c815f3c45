using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.AppSettings;

/// <summary>A picture of the icon font, with what people call it.</summary>
public sealed record IconName(string Key, LocalizedText Name);
