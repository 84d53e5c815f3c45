using LowCodeErp.Runtime.Layout;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.UI.Extending;

/// <summary>What the view of a layout item derives from. A container draws its items with <see cref="LayoutItems"/>.</summary>
public abstract class LayoutViewBase<TSettings> : ComponentBase where TSettings : class
{
    [Parameter]
    [EditorRequired]
    public LayoutItemModel Item { get; set; } = null!;

    [CascadingParameter]
    public LayoutScope Scope { get; set; } = null!;

    protected TSettings Settings => (TSettings)Item.Settings;
}
