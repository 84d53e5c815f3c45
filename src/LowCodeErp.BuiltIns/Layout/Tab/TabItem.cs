using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.Tab;

/// <summary>One page of tabs.</summary>
public sealed class TabItem : LayoutItem<TabSettings>
{
    public override string Key => "tab";

    public override string Within => "tabs";

    public override Type View => typeof(TabView);

    public override LayoutShape GetShape(TabSettings settings) => new LayoutShape.Container();

    public override void CheckSettings(TabSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Title is null)
        {
            diagnostics.Add(LayoutDiagnostics.TitleMissing($"{path}.title", Key));
        }
    }
}
