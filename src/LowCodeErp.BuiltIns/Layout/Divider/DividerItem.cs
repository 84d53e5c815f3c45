using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.Divider;

/// <summary>A line between what stands above and below it.</summary>
public sealed class DividerItem : LayoutItem<DividerSettings>
{
    public override string Key => "divider";

    public override Type View => typeof(DividerView);

    public override LayoutShape GetShape(DividerSettings settings) => new LayoutShape.Decoration();
}
