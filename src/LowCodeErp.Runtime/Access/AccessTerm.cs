using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Flows;

namespace LowCodeErp.Runtime.Access;

/// <summary>One thing that has to be asked of a record before it is known what a member may do with it.</summary>
public abstract record AccessTerm
{
    private AccessTerm()
    {
    }

    /// <summary>The member is responsible for it: he stands in the form's owner field, or created it where there is none.</summary>
    public sealed record Own : AccessTerm;

    /// <summary>Whoever is responsible for it belongs to one of the member's departments, or to one below them.</summary>
    public sealed record Department : AccessTerm;

    /// <summary>It was shared with the member.</summary>
    /// <param name="ForEditing">Not only to be viewed.</param>
    public sealed record SharedWith(bool ForEditing = false) : AccessTerm;

    /// <summary>A formula holds.</summary>
    /// <param name="Formula">Of the record's form; of the record that they belong to for lines.</param>
    public sealed record Holds(CompiledFormula Formula) : AccessTerm;

    /// <summary>A step of a running flow asks the member about it.</summary>
    /// <param name="Alone">Whether the task is his; otherwise also while he is one of those who may claim it.</param>
    public sealed record AskedAt(RunningFlow Flow, string Block, bool Alone = false) : AccessTerm;
}
