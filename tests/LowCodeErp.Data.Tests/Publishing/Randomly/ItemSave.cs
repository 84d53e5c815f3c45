namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>A save that was stored.</summary>
/// <param name="Workspace">The version of the workspace that it was made for.</param>
/// <param name="Version">The version of the record that it made.</param>
/// <param name="Values">What was entered, by key of the field.</param>
internal sealed record ItemSave(long Workspace, long Id, long Version, bool IsDelete, IReadOnlyDictionary<string, string> Values);
