namespace LowCodeErp.UI.Flows;

/// <summary>Sizes of what is drawn, in CSS pixels at 100 %. The style sheet of the drawing has the same ones: nothing is ever measured in the browser.</summary>
public static class FlowMeasures
{
    public const double CardWidth = 220;
    public const double CardHeight = 68;

    /// <summary>Of a branch: its name and condition.</summary>
    public const double BranchHeight = 56;

    /// <summary>Of the bar at the top of a branching, from which branches are added.</summary>
    public const double HeadWidth = 120;
    public const double HeadHeight = 30;

    /// <summary>Of a branching that is folded up.</summary>
    public const double ChipHeight = 44;

    /// <summary>Of the start and the end.</summary>
    public const double TerminalHeight = 40;

    /// <summary>Between a box and the next one below it; there is the place where blocks are added.</summary>
    public const double Down = 52;

    /// <summary>Between two branches.</summary>
    public const double Across = 28;

    public const double Margin = 24;
}
