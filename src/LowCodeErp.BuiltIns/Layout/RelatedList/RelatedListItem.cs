using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.RelatedList;

/// <summary>The newest records of a form that refer to the record of the page.</summary>
public sealed class RelatedListItem : LayoutItem<RelatedListSettings>
{
    private const int MostRows = 50;

    public override string Key => "related-list";

    public override Type View => typeof(RelatedListView);

    public override LayoutShape GetShape(RelatedListSettings settings)
        => new LayoutShape.Related(settings.Form, settings.Field, settings.Columns);

    public override void CheckSettings(RelatedListSettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Rows is < 1 or > MostRows)
        {
            diagnostics.Add(LayoutDiagnostics.OutOfRange($"{path}.rows", 1, MostRows));
        }
    }
}
