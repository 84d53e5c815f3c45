using System.Globalization;
using System.Linq.Expressions;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Rewriting;
using LowCodeErp.Formula.Syntax;
using LowCodeErp.Formula.Text;

namespace LowCodeErp.Formula.Compilation;

/// <summary>A formula that has been read and understood, or everything that is wrong with it.</summary>
public sealed class CompiledFormula
{
    private readonly RowScope _record;
    private readonly IReadOnlyDictionary<SyntaxNode.Field, FieldName> _names;
    private readonly Lazy<FormulaDelegate<object?>> _value;
    private readonly Lazy<FormulaDelegate<bool>> _condition;

    internal CompiledFormula(
        FormulaSyntax syntax,
        RowScope record,
        BoundNode root,
        IReadOnlyDictionary<SyntaxNode.Field, FieldName> names,
        FormulaFacts facts,
        IReadOnlyList<FormulaDiagnostic> diagnostics)
    {
        Syntax = syntax;
        Root = root;
        Facts = facts;
        Diagnostics = diagnostics;
        HasErrors = diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
        _record = record;
        _names = names;
        _value = new(() => new(Build<object?>()));
        _condition = new(() => new(Build<bool>()));
    }

    public FormulaSyntax Syntax { get; }

    public BoundNode Root { get; }

    public FormulaType Type => Root.Type.Kind == FormulaTypeKind.Blank ? FormulaType.Text : Root.Type;

    public FormulaFacts Facts { get; }

    public IReadOnlyList<FormulaDiagnostic> Diagnostics { get; }

    public bool HasErrors { get; }

    /// <summary>What an index could make use of where the formula is a filter; none when it has errors.</summary>
    public IReadOnlyList<FieldBound> Bounds => HasErrors ? [] : FieldBounds.Find(SargableRewriter.Rewrite(Root), _record);

    /// <summary>The value for a record; null is blank, also where it failed (the context's report hears of that).</summary>
    /// <exception cref="InvalidOperationException">The formula has errors.</exception>
    public object? Evaluate(IFormulaRow row, EvaluationContext context) => _value.Value.Invoke(row, context);

    /// <summary>Whether a record meets the condition that this formula is; blank and failed count as not.</summary>
    public bool Holds(IFormulaRow row, EvaluationContext context) => _condition.Value.Invoke(row, context);

    /// <summary>
    /// The formula as a tree over rows of any kind: (row, context) → value. The data layer turns this into SQL. Conditions in
    /// it are rewritten so that indexes serve; the value is that of <see cref="Evaluate"/>.
    /// </summary>
    public LambdaExpression ToExpression(IRowAccess access)
        => MakeLambda(access, emitted => Expressions.Settle(emitted, Type.ClrType));

    /// <summary>The condition that this formula is as a filter: (row, context) → bool, where blank and failed count as not.</summary>
    public LambdaExpression ToCondition(IRowAccess access)
        => MakeLambda(access, emitted => FilterFailure.AddTo(Expressions.Condition(emitted.Value), emitted.Failure));

    /// <summary>Whether this formula cannot be computed: (row, context) → bool. For whoever has to tell that from a blank.</summary>
    public LambdaExpression ToFailure(IRowAccess access) => MakeLambda(access, emitted => emitted.Failure ?? Expression.Constant(false));

    private LambdaExpression MakeLambda(IRowAccess access, Func<Emitted, Expression> settle)
    {
        ArgumentNullException.ThrowIfNull(access);
        var row = Expression.Parameter(access.RowType, "row");
        var context = Expression.Parameter(typeof(EvaluationContext), "context");
        return Expression.Lambda(settle(Emit(HasErrors ? Root : SargableRewriter.Rewrite(Root), access, row, context)), row, context);
    }

    public Explanation Explain(IFormulaRow row, EvaluationContext context)
        => HasErrors ? throw Faulty() : new Explainer(_record, Syntax.Text, row, context).Explain(Root);

    /// <summary>As it is stored: fields by key, functions by their permanent name.</summary>
    public string PrintWithKeys() => Print(field => field.Keys);

    /// <summary>As it is shown to somebody of the culture: fields by label, or by key where two share a label.</summary>
    public string PrintWithLabels(CultureInfo culture) => Print(field => field.Labels.In(culture));

    /// <summary>As it is stored, in the lines in which its author wrote it.</summary>
    public string RewriteWithKeys() => Rewrite(field => field.Keys);

    /// <summary>As it is shown to somebody of the culture, in the lines in which its author wrote it.</summary>
    public string RewriteWithLabels(CultureInfo culture) => Rewrite(field => field.Labels.In(culture));

    /// <summary>
    /// The same formula written as people read it, so that its explanation speaks of labels. As it was where labels do not say
    /// which field is meant.
    /// </summary>
    public CompiledFormula WithLabels(CultureInfo culture)
    {
        var shown = FormulaCompiler.Compile(PrintWithLabels(culture), _record.Schema!);
        return shown.HasErrors ? this : shown;
    }

    /// <summary>
    /// This condition on the record that a reference leads to, as a filter over the records that it may lead to; the rest of the
    /// record is as it stands.
    /// </summary>
    /// <param name="reference">The place of the reference in the row.</param>
    public CompiledFormula ForCandidates(int reference, IFormulaRow row, EvaluationContext context)
    {
        var field = _record.Schema!.Fields.First(candidate => candidate.Ordinal == reference);
        var scope = new RowScope(null, field.Target!(), null);
        var root = new CandidateFilter(_record, field, scope, node => Evaluate(node, row, context)).Rewrite(Root);
        return new(Syntax, scope, root, _names, FormulaFacts.Of(root), []);
    }

    /// <summary>Whether the condition reads the record that the reference leads to; and the parts of which no filter over such records can be made.</summary>
    public (bool ReadsIt, IReadOnlyList<TextSpan> Unsuitable) LookAtCandidates(int reference)
    {
        var field = _record.Schema!.Fields.First(candidate => candidate.Ordinal == reference);
        var filter = new CandidateFilter(_record, field, _record, _ => null);
        return (filter.ReadsCandidate(Root), [.. filter.FindUnsuitable(Root).Select(node => node.Span)]);
    }

    private object? Evaluate(BoundNode node, IFormulaRow row, EvaluationContext context)
        => new CompiledFormula(Syntax, _record, node, _names, FormulaFacts.Of(node), []).Evaluate(row, context);

    private string Print(Func<FieldName, string> name) => new FormulaPrinter(field => NameOf(field, name), NameOf).Print(Syntax.Root);

    private string Rewrite(Func<FieldName, string> name) => new NameRewriter(field => NameOf(field, name), NameOf).Rewrite(Syntax);

    private string NameOf(SyntaxNode.Field field, Func<FieldName, string> name) => _names.TryGetValue(field, out var known) ? name(known) : field.Path;

    private static string NameOf(string function) => Functions.FunctionCatalog.Find(function)?.Name ?? function;

    private Emitted Emit(BoundNode root, IRowAccess access, Expression row, ParameterExpression context)
    {
        if (HasErrors)
        {
            throw Faulty();
        }

        var emitter = new Emitter(access, context);
        emitter.Define(_record, row);
        return emitter.Emit(root);
    }

    private InvalidOperationException Faulty()
        => new($"The formula has errors and cannot be evaluated: {string.Join(' ', Diagnostics)}");

    private Expression<Func<IFormulaRow, EvaluationContext, T>> Build<T>()
    {
        var row = Expression.Parameter(typeof(IFormulaRow), "row");
        var context = Expression.Parameter(typeof(EvaluationContext), "context");
        var emitted = Emit(Root, MemoryRowAccess.Instance, row, context);
        var value = Expressions.As(typeof(T) == typeof(bool) ? Expressions.Condition(emitted.Value) : emitted.Value, typeof(T));
        var fail = Expression.Call(typeof(FormulaPrimitives), nameof(FormulaPrimitives.Fail), [typeof(T)], context);
        var body = emitted.Failure is null ? value : Expression.Condition(emitted.Failure, fail, value);
        return Expression.Lambda<Func<IFormulaRow, EvaluationContext, T>>(body, row, context);
    }
}
