using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Access;

/// <summary>A role of an app, compiled.</summary>
/// <param name="App">Key of the app that brought it.</param>
public sealed record RoleModel(string App, string Key, LocalizedText Label, LocalizedText? Description, IReadOnlyList<GrantModel> Grants);
