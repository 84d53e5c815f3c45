namespace LowCodeErp.UI.Flows;

/// <summary>What a box of a drawn flow stands for.</summary>
public enum DrawnKind
{
    Start,
    End,

    /// <summary>A step.</summary>
    Step,

    /// <summary>The bar at the top of a branching.</summary>
    Head,

    /// <summary>One way through a branching.</summary>
    Branch,

    /// <summary>A branching that is folded up.</summary>
    Folded,
}
