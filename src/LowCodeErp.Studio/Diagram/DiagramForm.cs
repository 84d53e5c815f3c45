using LowCodeErp.Core.Naming;

namespace LowCodeErp.Studio.Diagram;

/// <summary>A form as the diagram shows it.</summary>
/// <param name="App">Key of its app.</param>
public sealed record DiagramForm(string Key, string App, LocalizedText Label, int Fields);
