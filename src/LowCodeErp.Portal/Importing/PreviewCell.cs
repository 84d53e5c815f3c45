using LowCodeErp.Core.Naming;

namespace LowCodeErp.Portal.Importing;

/// <param name="Text">As the field will show it; as it stands in the file where it cannot be read.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
public sealed record PreviewCell(string Text, LocalizedText? Problem);
