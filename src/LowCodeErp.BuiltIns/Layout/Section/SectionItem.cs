using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.Section;

/// <summary>Fields that belong together, below a title; it may be folded away.</summary>
public sealed class SectionItem : LayoutItem<SectionSettings>
{
    public override string Key => "section";

    public override Type View => typeof(SectionView);

    public override LayoutShape GetShape(SectionSettings settings) => new LayoutShape.Container();

    public override void CheckSettings(SectionSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Title is null)
        {
            diagnostics.Add(LayoutDiagnostics.TitleMissing($"{path}.title", Key));
        }
    }
}
