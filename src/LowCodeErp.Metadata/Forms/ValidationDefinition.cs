using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Forms;

/// <summary>A condition that records must meet, with what its author says where they do not.</summary>
public sealed record ValidationDefinition
{
    /// <summary>A formula that must hold: <c>[discount] &lt;= 0.3</c>. Blank, or failing to compute, is not holding.</summary>
    public required string Condition { get; init; }

    public required LocalizedText Message { get; init; }

    /// <summary>An error keeps the record from being saved; a warning is shown and no more.</summary>
    public Severity Severity { get; init; } = Severity.Error;
}
