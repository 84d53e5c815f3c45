namespace LowCodeErp.UI.Flows;

/// <summary>Where an arrow key leads.</summary>
public enum FlowDirection
{
    Up,
    Down,
    Left,
    Right,
}
