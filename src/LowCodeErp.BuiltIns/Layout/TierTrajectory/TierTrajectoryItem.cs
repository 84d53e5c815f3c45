using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Layout;

namespace LowCodeErp.BuiltIns.Layout.TierTrajectory;

/// <summary>Where the record of the page stood after each run of the tier models of its form (R9).</summary>
public sealed class TierTrajectoryItem : LayoutItem<TierTrajectorySettings>
{
    private const int FewestRuns = 2;
    private const int MostRuns = 36;

    public override string Key => "tier-trajectory";

    public override Type View => typeof(TierTrajectoryView);

    public override LayoutShape GetShape(TierTrajectorySettings settings) => new LayoutShape.Tiers(settings.Model);

    public override void CheckSettings(TierTrajectorySettings settings, string path, DiagnosticBag diagnostics)
    {
        if (settings.Runs is < FewestRuns or > MostRuns)
        {
            diagnostics.Add(LayoutDiagnostics.OutOfRange($"{path}.runs", FewestRuns, MostRuns));
        }
    }
}
