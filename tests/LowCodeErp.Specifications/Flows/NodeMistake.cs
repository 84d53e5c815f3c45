namespace LowCodeErp.Specifications.Flows;

/// <summary>Settings that make no sense.</summary>
/// <param name="Path">Where that is told, below the settings.</param>
public sealed record NodeMistake(object Settings, string Path);
