using LowCodeErp.Metadata.Flows.Tasks;
using LowCodeErp.Runtime.Flows.State;

namespace LowCodeErp.Unit.Tests.Flows.Oracle;

/// <summary>Something that happens in a random run; as text it is a line of a script that repeats it.</summary>
internal abstract record Deed
{
    public sealed record Submit : Deed;

    public sealed record Decide(string Block, char Who, bool IsPositive) : Deed;

    /// <param name="To">Null: the initiator.</param>
    public sealed record Return(string Block, char Who, string? To) : Deed;

    public sealed record Transfer(string Block, char Who, char To) : Deed;

    public sealed record Claim(string Block, char Who) : Deed;

    public sealed record Release(string Block, char Who) : Deed;

    public sealed record Add(string Block, char Who, SeatOrigin Place, SeatMode Mode, string Members) : Deed;

    public sealed record Remove(string Block, char Who, char Member) : Deed;

    /// <summary>Time passes; whatever is due happens, the earliest first.</summary>
    public sealed record Advance(int Hours) : Deed;

    /// <summary>The value that a condition reads, or the one that all loops ask, is turned around.</summary>
    public sealed record Turn(string Condition) : Deed;

    public sealed record Crash : Deed;
}
