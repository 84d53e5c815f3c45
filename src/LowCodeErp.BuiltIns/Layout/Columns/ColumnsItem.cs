using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.Columns;

/// <summary>Items side by side, each in a column; below each other on a phone.</summary>
public sealed class ColumnsItem : LayoutItem<ColumnsSettings>
{
    private const int Most = 4;

    public override string Key => "columns";

    public override Type View => typeof(ColumnsView);

    public override LayoutShape GetShape(ColumnsSettings settings) => new LayoutShape.Container();

    public override void CheckSettings(ColumnsSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Count is < 1 or > Most)
        {
            diagnostics.Add(LayoutDiagnostics.OutOfRange($"{path}.count", 1, Most));
        }
    }
}
