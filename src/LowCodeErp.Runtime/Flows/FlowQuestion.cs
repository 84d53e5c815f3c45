using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Runtime.Flows;

/// <summary>
/// What the machine cannot know or do. The shell answers within the transaction of the command, over the record as that transaction has it, and goes on with
/// <see cref="FlowStep.Asked.Answer"/>. Each kind says which answer it wants; any may be answered with <see cref="FlowAnswer.Failed"/>, which becomes an incident,
/// or <see cref="FlowAnswer.Refused"/>, which calls the whole command off.
/// </summary>
public abstract record FlowQuestion
{
    private FlowQuestion()
    {
    }

    /// <summary>Terms over the record of the instance; answered with <see cref="FlowAnswer.Outcomes"/>.</summary>
    public sealed record Evaluate(IReadOnlyList<FlowTerm> Terms) : FlowQuestion;

    /// <summary>Who has a role, active members only; answered with <see cref="FlowAnswer.Ids"/>.</summary>
    /// <param name="Role">Its key.</param>
    public sealed record MembersOfRole(string App, string Role) : FlowQuestion;

    /// <summary>Who is asked where nobody else is, active members only; answered with <see cref="FlowAnswer.Ids"/>.</summary>
    public sealed record Administrators(string App) : FlowQuestion;

    /// <summary>Answered with <see cref="FlowAnswer.Ids"/>.</summary>
    /// <param name="When">Over the records of the form; null for all.</param>
    /// <param name="Most">How many are wanted at most.</param>
    public sealed record FindRecords(string Form, CompiledFormula? When, int Most) : FlowQuestion;

    /// <summary>Creates one record, or one for each line of a sub-table; answered with <see cref="FlowAnswer.Ids"/>.</summary>
    /// <param name="Values">By key of the field; formulas over the record of the instance.</param>
    /// <param name="Lines">Sub-tables of the new record that are filled from sub-tables of the instance's record, field by field of the same key.</param>
    public sealed record CreateRecord(string Form, IReadOnlyList<FlowTerm> Values, IReadOnlyDictionary<string, string> Lines) : FlowQuestion
    {
        /// <summary>Key of a sub-table of the instance's record: one record is created for each of its lines, and <see cref="Values"/> are over the line. Null: one record.</summary>
        public string? Each { get; init; }

        /// <summary>Over the lines of <see cref="Each"/>: those that count; null for all.</summary>
        public CompiledFormula? When { get; init; }
    }

    /// <summary>Changes records; answered with <see cref="FlowAnswer.Ids"/> of those that were changed.</summary>
    /// <param name="Form">Null for the record of the instance itself.</param>
    /// <param name="When">Over the records of the form; null for all.</param>
    /// <param name="Values">By key of the field; formulas over the record of the instance.</param>
    public sealed record UpdateRecords(string? Form, CompiledFormula? When, IReadOnlyList<FlowTerm> Values) : FlowQuestion;
}
