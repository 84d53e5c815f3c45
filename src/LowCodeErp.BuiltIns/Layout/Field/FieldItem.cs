using LowCodeErp.Metadata.Forms;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.Field;

/// <summary>A field of the form.</summary>
public sealed class FieldItem : LayoutItem<FieldSettings>
{
    public override string Key => LayoutItemDefinition.FieldItem;

    public override Type View => typeof(FieldView);

    public override LayoutShape GetShape(FieldSettings settings) => new LayoutShape.Field(settings.Field, settings.Width);
}
