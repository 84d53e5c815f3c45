namespace LowCodeErp.Studio.FormDesigner.Layouts;

/// <summary>A gap on the canvas: before the item that stands at the index in the container, or behind its last one.</summary>
/// <param name="Container">The canvas itself or an item that holds items.</param>
public readonly record struct ItemPlace(ItemPath Container, int Index);
