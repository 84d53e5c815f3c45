namespace LowCodeErp.Specifications.Flows;

/// <summary>Settings that make no sense.</summary>
/// <param name="Path">Where that is told, below the settings; empty where it is told of all of them.</param>
public sealed record NodeMistake(object Settings, string Path);
