using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Studio.FormDesigner.Rules;

/// <summary>What a form says of its list; a list that says nothing is not written.</summary>
internal static class ListSettings
{
    public static ListDefinition? Change(ListDefinition? list, Func<ListDefinition, ListDefinition> change)
        => change(list ?? new()) is { } changed && (changed.Columns.Count > 0 || changed.SortBy is not null || changed.View is not null) ? changed : null;

    public static ListDefinition? WithView(ListDefinition? list, string? view) => Change(list, known => known with { View = view });
}
