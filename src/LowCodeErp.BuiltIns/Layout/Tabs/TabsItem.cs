using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.Tabs;

/// <summary>Several pages in one place, of which one is seen; each is a <see cref="Tab.TabItem"/>.</summary>
public sealed class TabsItem : LayoutItem<TabsSettings>
{
    public override string Key => "tabs";

    public override Type View => typeof(TabsView);

    public override LayoutShape GetShape(TabsSettings settings) => new LayoutShape.Container(Only: "tab");
}
