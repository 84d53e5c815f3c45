using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.Field;

/// <summary>A field of the form.</summary>
public sealed class FieldItem : LayoutItem<FieldSettings>
{
    public override string Key => "field";

    public override Type View => typeof(FieldView);

    public override LayoutShape GetShape(FieldSettings settings) => new LayoutShape.Field(settings.Field);
}
