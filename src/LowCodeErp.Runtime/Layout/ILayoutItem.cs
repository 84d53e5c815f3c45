using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Extensibility;

namespace LowCodeErp.Runtime.Layout;

/// <summary>
/// What the engine knows of something that stands on a record page. Authors derive from <see cref="LayoutItem{TSettings}"/>,
/// which casts the settings once.
/// </summary>
public interface ILayoutItem : IExtension
{
    /// <summary>The Blazor component that draws it; it derives from <c>LayoutViewBase</c>.</summary>
    Type View { get; }

    /// <summary>Key of the only container that it may stand in directly; null for an item that may stand anywhere.</summary>
    string? Within { get; }

    LayoutShape GetShape(object settings);

    /// <summary>Reports settings that make no sense; <paramref name="path"/> is the path of the settings.</summary>
    void CheckSettings(object settings, string path, DiagnosticBag diagnostics);
}
