using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Metadata.Forms;

/// <summary>A condition that records must meet, with what its author says where they do not.</summary>
public sealed record ValidationDefinition
{
    /// <summary>Names a warning among those of its form and its lines: whoever confirms it says which one is meant. An error needs none.</summary>
    public string? Key { get; init; }

    /// <summary>A formula that must hold: <c>[discount] &lt;= 0.3</c>. Blank, or failing to compute, is not holding.</summary>
    public required string Condition { get; init; }

    public required LocalizedText Message { get; init; }

    /// <summary>An error keeps the record from being saved; a warning does so until somebody confirms it.</summary>
    public Severity Severity { get; init; } = Severity.Error;
}
