using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Indexes;

/// <summary>What can be said of how a query reads its form.</summary>
public abstract record IndexAdvice
{
    private IndexAdvice()
    {
    }

    /// <summary>It reads little more than what it finds.</summary>
    public sealed record Served : IndexAdvice;

    /// <summary>It goes through every record, and an index of these fields would spare that.</summary>
    public sealed record Missing(IReadOnlyList<FieldModel> Fields) : IndexAdvice;

    /// <summary>It goes through every record, and no index can help.</summary>
    public sealed record Impossible(IReadOnlyList<LocalizedText> Reasons) : IndexAdvice;
}
