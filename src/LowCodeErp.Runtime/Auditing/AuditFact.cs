using System.Globalization;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Auditing;

/// <summary>One detail of an entry. An entry may have several of a kind: the changes of a publication.</summary>
/// <param name="Value">A key or value; in both languages where it is a sentence that nobody could make again later.</param>
public sealed record AuditFact(AuditDetail Detail, LocalizedText Value)
{
    public AuditFact(AuditDetail detail, string value)
        : this(detail, new LocalizedText(value))
    {
    }

    public AuditFact(AuditDetail detail, long number)
        : this(detail, number.ToString(CultureInfo.InvariantCulture))
    {
    }
}
