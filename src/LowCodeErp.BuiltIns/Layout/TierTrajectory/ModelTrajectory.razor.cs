using System.Globalization;
using System.Text;
using LowCodeErp.Runtime.Tiering;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.BuiltIns.Layout.TierTrajectory;

/// <summary>Where a record stood after the runs of one model.</summary>
public sealed partial class ModelTrajectory
{
    /// <summary>Best first; what the model no longer knows comes last.</summary>
    private IReadOnlyList<string> _rows = [];

    [Parameter, EditorRequired]
    public TierModel Model { get; set; } = null!;

    /// <summary>Oldest first; at least one.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TierTrajectoryPoint> Trajectory { get; set; } = [];

    [Parameter, EditorRequired]
    public long RecordId { get; set; }

    private TierTrajectoryPoint Newest => Trajectory[^1];

    private TierTrajectoryPoint? LastMove => Trajectory.LastOrDefault(point => point.HasMoved);

    private bool HasScores => Trajectory.Any(point => point.Score is not null);

    /// <summary>A tier lasts until the next run.</summary>
    private string Steps
    {
        get
        {
            var path = new StringBuilder(Invariant($"M{X(0)} {Y(Trajectory[0])}"));
            foreach (var (place, point) in Trajectory.Index().Skip(1))
            {
                path.Append(Invariant($"H{X(place)}V{Y(point)}"));
            }

            return path.ToString();
        }
    }

    protected override void OnParametersSet()
        => _rows = [.. Model.Tiers.Select(tier => tier.Key).Concat(Trajectory.Select(point => point.Tier)).Distinct()];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Points(decimal score) => score.ToString("0.##", CultureInfo.CurrentCulture);

    private double X(int place) => Math.Round(100 * (place + 0.5) / Trajectory.Count, 2);

    private double Y(TierTrajectoryPoint point) => Math.Round(100 * (RankOf(point.Tier) + 0.5) / _rows.Count, 2);

    private int RankOf(string tier) => _rows.Index().First(row => row.Item == tier).Index;

    private string ChangeOf(TierTrajectoryPoint point) => point switch
    {
        { HasMoved: false } => Texts["Same"],
        { FromTier: null } => Texts["First"],
        { FromTier: { } from } => Texts[IsUp(from, point.Tier) ? "Up" : "Down", from, point.Tier],
    };

    /// <summary>A tier that no row knows is one that the model has lost since.</summary>
    private bool IsUp(string from, string to) => !_rows.Contains(from) || RankOf(to) < RankOf(from);
}
