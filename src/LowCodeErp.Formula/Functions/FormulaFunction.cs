using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Functions;

/// <summary>
/// A function of the formula language: how it is called, what it says about itself, and what it means. A class in
/// a folder below this one is all it takes; it is found by scanning. Most have their meaning in one primitive and
/// inherit <see cref="PrimitiveFunction"/>.
/// </summary>
public abstract class FormulaFunction
{
    private IReadOnlyList<FunctionSignature>? _signatures;

    /// <summary>Permanent; what stored formulas contain.</summary>
    public abstract string Name { get; }

    /// <summary>Other names that mean the same, the Chinese one first.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    public abstract LocalizedText Help { get; }

    public abstract IReadOnlyList<FunctionExample> Examples { get; }

    public abstract BlankRule Blanks { get; }

    /// <summary>The databases that can do it; elsewhere it is refused in sets.</summary>
    public virtual SqlProviders Sql => SqlProviders.All;

    /// <summary>What to write where the database cannot do it.</summary>
    public virtual LocalizedText? InsteadInSets => null;

    /// <summary>May give another result for the same record, so that its results are never stored.</summary>
    public virtual bool IsVolatile => false;

    /// <summary>Whether a call with so many arguments is; AGE is only without its second.</summary>
    public virtual bool IsVolatileWith(int argumentCount) => IsVolatile;

    /// <summary>Tells something of the record though no field is among its arguments.</summary>
    public virtual bool IsOfRecord => false;

    /// <summary>May fail for arguments that are not blank: division by zero, a text that is not a number.</summary>
    public virtual bool IsPartial => false;

    /// <summary>Asks whether an argument failed, instead of failing with it.</summary>
    public virtual bool ObservesFailure => false;

    /// <summary>See <see cref="SignatureReader"/>.</summary>
    protected abstract IReadOnlyList<string> Forms { get; }

    public IReadOnlyList<FunctionSignature> Signatures => _signatures ??= Forms.Select(SignatureReader.Read).ToArray();

    /// <summary>The folder it lives in.</summary>
    public string Family => GetType().Namespace!.Split('.')[^1];

    /// <summary>Checks what types cannot say, such as a unit that must be a literal.</summary>
    public virtual void Check(BoundNode.Call call, ICollection<FormulaDiagnostic> diagnostics)
    {
    }

    /// <summary>What keeps this call from running in a database though the function can, with the remedy; null when nothing does.</summary>
    internal virtual LocalizedText? FindObstacle(BoundNode.Call call) => SetObstacles.OfMixedLists(call);

    /// <summary>
    /// The argument that the call always is, where that can be seen without evaluating: IFERROR of what cannot fail, IF of
    /// a literal. The other arguments then need not have its type.
    /// </summary>
    internal virtual BoundNode? FindDecided(IReadOnlyList<BoundNode> arguments) => null;

    /// <summary>The type of a call where the signature alone does not tell it.</summary>
    internal virtual FormulaType GetResultType(FormulaType declared, IReadOnlyList<BoundNode> arguments) => declared;

    /// <summary>How large a number it can give, where that is known; the tighter, the more formulas compute natively.</summary>
    internal virtual NumberBounds GetBounds(IReadOnlyList<BoundNode> arguments) => NumberBounds.Unknown;

    internal abstract Emitted Emit(CallEmitter call);

    /// <summary>The call where a condition is wanted; functions that can push a negation further down do.</summary>
    internal virtual Emitted EmitCondition(CallEmitter call, bool negated)
    {
        var emitted = Emit(call);
        var condition = Expressions.Condition(emitted.Value);
        return emitted with { Value = negated ? Expressions.Not(condition) : condition };
    }
}
