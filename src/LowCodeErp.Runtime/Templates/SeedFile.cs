namespace LowCodeErp.Runtime.Templates;

/// <param name="Path">The file.</param>
/// <param name="Form">Key of the form that its rows are records of.</param>
public sealed record SeedFile(string Path, string Form);
