using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.Runtime.Flows;

/// <summary>What the engine knows of a step that stands in flows.</summary>
public interface IFlowNode : IExtension
{
    /// <summary>Reports settings that make no sense; <paramref name="path"/> is the path of the settings.</summary>
    void CheckSettings(object settings, string path, DiagnosticBag diagnostics);
}
