using System.Globalization;

namespace LowCodeErp.Formula.Building;

/// <summary>What a test compares with.</summary>
public abstract record Operand
{
    private Operand()
    {
    }

    public virtual bool IsComplete => true;

    /// <summary>Not filled in yet.</summary>
    public sealed record Nothing : Operand
    {
        public override bool IsComplete => false;
    }

    public sealed record Text(string Content) : Operand;

    /// <param name="IsPercent">Written as 12.5%; the number is 12.5.</param>
    public sealed record Number(decimal Content, bool IsPercent = false) : Operand
    {
        /// <summary>As it is written, so that 1.50 stays 1.50.</summary>
        public string Written => Content.ToString(CultureInfo.InvariantCulture) + (IsPercent ? "%" : "");

        public bool Equals(Number? other) => other is not null && Written == other.Written;

        public override int GetHashCode() => Written.GetHashCode(StringComparison.Ordinal);
    }

    public sealed record Truth(bool Content) : Operand;

    public sealed record Date(DateOnly Content) : Operand;

    /// <param name="Days">From today on; negative before it.</param>
    public sealed record Today(int Days) : Operand;

    /// <param name="Unit">One of <see cref="Units"/>.</param>
    /// <param name="Offset">0 for the current one, -1 for the one before.</param>
    public sealed record Period(string Unit, int Offset) : Operand
    {
        public static IReadOnlyList<string> Units { get; } = ["week", "month", "quarter", "year"];
    }

    /// <summary>Another field of the record.</summary>
    public sealed record Field(string Path) : Operand
    {
        public override bool IsComplete => Path.Length > 0;
    }

    /// <summary>The member who asks.</summary>
    public sealed record Me : Operand;

    public sealed record MyDepartment : Operand;
}
