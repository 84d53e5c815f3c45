using Microsoft.AspNetCore.Components;

namespace LowCodeErp.UI.Extending;

/// <summary>
/// Draws itself again only when it would look another way. The page hears of every keystroke, and of its hundreds of fields
/// a handful change by it.
/// </summary>
public abstract class LookView : ComponentBase
{
    private object? _drawn;

    /// <summary>Everything that decides what is drawn, with equality by value: parameters, and the <see cref="DraftLook"/> of what they lead to.</summary>
    protected abstract object Look { get; }

    /// <summary>The first drawing asks nobody.</summary>
    protected override void OnParametersSet() => _drawn ??= Look;

    protected override bool ShouldRender()
    {
        var (before, look) = (_drawn, Look);
        _drawn = look;
        return !look.Equals(before);
    }
}
