using LowCodeErp.Core.Naming;

namespace LowCodeErp.Data.Platform.Flows;

/// <summary>How long the texts of flows may be where they stand in an index, in characters.</summary>
internal static class FlowLengths
{
    /// <summary>Of codes that the engine gives: kinds, reasons, outcomes.</summary>
    public const int Code = 60;

    public const int Title = 200;

    /// <summary><c>role:app/key</c>.</summary>
    public const int Asked = (2 * Key.MaximumLength) + 10;
}
