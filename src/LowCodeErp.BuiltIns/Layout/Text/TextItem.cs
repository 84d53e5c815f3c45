using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.Text;

/// <summary>A heading or paragraph for whoever fills the form in; plain text.</summary>
public sealed class TextItem : LayoutItem<TextSettings>
{
    public override string Key => "text";

    public override Type View => typeof(TextView);

    public override LayoutShape GetShape(TextSettings settings) => new LayoutShape.Decoration();

    public override void CheckSettings(TextSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Text is null)
        {
            diagnostics.Add(LayoutDiagnostics.TitleMissing($"{path}.text", Key));
        }
    }
}
