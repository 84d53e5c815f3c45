using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.UI.Extending;

/// <summary>Which sections of a record page are open and which tabs are chosen. It lives as long as the page.</summary>
public sealed class LayoutState(FormModel form)
{
    private readonly Dictionary<LayoutItemModel, bool> _open = [];
    private readonly Dictionary<LayoutItemModel, LayoutItemModel> _chosen = [];

    public FormModel Form => form;

    /// <param name="initially">Until somebody opens or closes it.</param>
    public bool IsOpen(LayoutItemModel container, bool initially) => _open.GetValueOrDefault(container, initially);

    public void SetOpen(LayoutItemModel container, bool isOpen) => _open[container] = isOpen;

    /// <summary>The first until somebody chooses.</summary>
    public LayoutItemModel ChosenOf(LayoutItemModel container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return _chosen.GetValueOrDefault(container) ?? container.Items[0];
    }

    public void Choose(LayoutItemModel container, LayoutItemModel item) => _chosen[container] = item;

    /// <summary>The same for the form as it was published anew, as far as its layout still has the same items.</summary>
    public LayoutState CarryTo(FormModel published)
    {
        ArgumentNullException.ThrowIfNull(published);
        var carried = new LayoutState(published);
        Carry(form.Layout, published.Layout, carried);
        return carried;
    }

    /// <summary>Opens everything that the field stands in.</summary>
    public void Reveal(FieldModel field)
    {
        ArgumentNullException.ThrowIfNull(field);
        foreach (var item in form.Layout)
        {
            Reveal(item, field.Whole ?? field);
        }
    }

    private void Carry(IReadOnlyList<LayoutItemModel> before, IReadOnlyList<LayoutItemModel> after, LayoutState carried)
    {
        foreach (var (old, item) in before.Zip(after).Where(pair => pair.First.Type == pair.Second.Type))
        {
            if (_open.TryGetValue(old, out var isOpen))
            {
                carried.SetOpen(item, isOpen);
            }

            if (_chosen.TryGetValue(old, out var chosen) && old.Items.Zip(item.Items).FirstOrDefault(pair => pair.First == chosen) is { Second: { } still })
            {
                carried.Choose(item, still);
            }

            Carry(old.Items, item.Items, carried);
        }
    }

    private bool Reveal(LayoutItemModel item, FieldModel field)
    {
        if (item.Field == field)
        {
            return true;
        }

        if (item.Items.FirstOrDefault(inner => Reveal(inner, field)) is not { } inside)
        {
            return false;
        }

        SetOpen(item, true);
        Choose(item, inside);
        return true;
    }
}
