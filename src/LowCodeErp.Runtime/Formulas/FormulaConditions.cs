using System.Runtime.CompilerServices;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Functions;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Runtime.Formulas;

/// <summary>Conditions on the records of a form that people write as a formula: filters of lists, <c>export --where</c>.</summary>
/// <param name="database">The one that runs them: what only others cannot do is allowed.</param>
public sealed class FormulaConditions(IWorkspace workspace, SqlProviders database)
{
    private readonly ConditionalWeakTable<WorkspaceModel, FormSchemas> _schemas = [];
    private readonly FormulaCache _compiled = new();

    /// <summary>What the database can do.</summary>
    public FormulaOptions Options { get; } = new(FormulaContext.Set, database, FormulaType.Boolean);

    /// <summary>Finds nothing; stands for a formula that cannot be understood.</summary>
    public static Condition Never { get; } = new Condition.Any();

    /// <summary>It may be faulty: its diagnostics say what is wrong with which characters.</summary>
    public CompiledFormula Compile(FormModel form, string text)
        => _compiled.Get(text, SchemaOf(form), Options);

    /// <summary>What such a condition may read, records of other forms included.</summary>
    public IFormulaSchema SchemaOf(FormModel form) => _schemas.GetValue(workspace.Current, model => new(model)).Of(form);

    /// <summary>What somebody is offered for such a condition.</summary>
    public IFormulaSchema SchemaOf(FormModel form, Func<FieldModel, bool> isOffered) => new FormSchemas(workspace.Current, isOffered).Of(form);

    /// <summary>Null for no text; <see cref="Never"/> for a formula that is faulty.</summary>
    /// <param name="context">Of whoever asks, see <see cref="Access.MemberAccess.Evaluation"/>.</param>
    public Condition? Create(FormModel form, string text, EvaluationContext context)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var formula = Compile(form, text);
        return formula.HasErrors ? Never : new Condition.Holds(formula, context);
    }
}
