using LowCodeErp.Core.Values;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.BuiltIns.FlowNodes.Route;

public sealed record RouteSettings
{
    public const int MostRounds = 1_000;

    /// <summary>Key of a block in a sequence around this one; never missing.</summary>
    [BlockKey]
    public string? To { get; init; }

    /// <summary>Null: always.</summary>
    [Formula(ValueKind.Boolean)]
    public string? When { get; init; }

    /// <summary>After so many times there is an incident; from 1 to <see cref="MostRounds"/>.</summary>
    public int Maximum { get; init; } = 100;
}
