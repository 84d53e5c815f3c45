using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Runtime.Auditing;

/// <summary>The facts of several kinds of entries.</summary>
public static class AuditFacts
{
    /// <summary>What was looked for, and how much was found as far as that is known.</summary>
    public static IReadOnlyList<AuditFact> Of(RecordQuery query, int? rows = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        List<AuditFact> facts = [];
        if (query.Description.Length > 0)
        {
            facts.Add(new(AuditDetail.Query, query.Description));
        }

        if (rows is { } count)
        {
            facts.Add(new(AuditDetail.Rows, count));
        }

        return facts;
    }
}
