using LowCodeErp.Metadata.Apps;

namespace LowCodeErp.Runtime.Templates;

/// <summary>A template that comes with the program.</summary>
/// <param name="Seeds">How many files of example data it has.</param>
public sealed record ShippedTemplate(string Folder, AppDefinition App, int Forms, int TierModels, int Seeds);
