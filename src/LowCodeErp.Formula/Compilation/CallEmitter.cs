using System.Linq.Expressions;
using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Compilation;

/// <summary>What a function is given to say what a call of it means.</summary>
internal sealed class CallEmitter(Emitter emitter, BoundNode.Call call)
{
    private readonly Dictionary<int, Emitted> _arguments = [];

    public Emitter Emitter => emitter;

    public IReadOnlyList<BoundNode> Nodes => call.Arguments;

    public FormulaType Type => call.Type;

    public Type ResultType => call.Type.ClrType;

    public Emitted Argument(int index)
        => _arguments.TryGetValue(index, out var known) ? known : _arguments[index] = emitter.Emit(Nodes[index]);

    public Emitted Condition(int index, bool negated = false) => emitter.EmitCondition(Nodes[index], negated);

    /// <summary>True when any argument fails; items of an each fail by themselves.</summary>
    public Expression? ArgumentFailure => Enumerable.Range(0, Nodes.Count)
        .Where(index => Nodes[index] is not BoundNode.Each)
        .Aggregate((Expression?)null, (failure, index) => Expressions.OrElse(failure, Argument(index).Failure));

    /// <summary>A call of the primitive with all arguments, defaults for those left out and the context if it takes it.</summary>
    public Expression Primitive(string name) => PrimitiveCall.Make(name, AllArguments().ToArray(), emitter.Context);

    public Expression Primitive(string name, params Expression[] arguments) => PrimitiveCall.Make(name, arguments, emitter.Context);

    /// <summary>
    /// That the value is blank though it should not be. A function that passes blanks on does not fail for a blank argument.
    /// </summary>
    public Expression? FailureOf(Expression value, bool blankFails)
    {
        if (!Expressions.CanBeNull(value))
        {
            return null;
        }

        var isNull = Expressions.IsNull(value);
        return blankFails ? isNull : Expressions.AndAlso(NothingBlank(), isNull);
    }

    private Expression NothingBlank() => Enumerable.Range(0, Nodes.Count)
        .Where(index => Nodes[index] is not BoundNode.Each && Nodes[index].Type.Kind != FormulaTypeKind.List)
        .Aggregate(Expressions.True, (test, index) => Expressions.AndAlso(test, Expressions.IsNotNull(Argument(index).Value)));

    private IEnumerable<Expression> AllArguments()
    {
        var signature = call.Signature;
        for (var index = 0; index < signature.Leading.Count; index++)
        {
            var parameter = signature.Leading[index];
            yield return parameter.Shape switch
            {
                ParameterShape.Spread => Spread(index),
                _ when index >= Nodes.Count => DefaultOf(parameter),
                ParameterShape.Each => Each(index),
                _ => Argument(index).Value,
            };
        }
    }

    public LambdaExpression Each(int index)
    {
        var each = (BoundNode.Each)Nodes[index];
        return emitter.EmitEach(each.Scope, each.Body);
    }

    private static Expression DefaultOf(Parameter parameter)
        => parameter.Default is null ? Expressions.Null(parameter.Type.ClrType) : Expression.Constant(parameter.Default);

    private Expression Spread(int first)
    {
        var rest = Enumerable.Range(first, Nodes.Count - first).ToArray();
        var isList = rest.Any(index => Nodes[index].Type.Kind == FormulaTypeKind.List);
        if (isList && rest.Length == 1)
        {
            return Argument(first).Value;
        }

        var type = ElementType(Nodes[first].Type);
        if (!isList)
        {
            return Expression.NewArrayInit(type, rest.Select(index => Expressions.As(Argument(index).Value, type)));
        }

        var lists = rest.Select(index => Nodes[index].Type.Kind == FormulaTypeKind.List
            ? Argument(index).Value
            : Expression.NewArrayInit(type, Expressions.As(Argument(index).Value, type)));
        return Expression.Call(
            typeof(FormulaPrimitives), nameof(FormulaPrimitives.Append), [type],
            Expression.NewArrayInit(typeof(IReadOnlyList<>).MakeGenericType(type), lists));
    }

    private static Type ElementType(FormulaType type) => type.Kind == FormulaTypeKind.List ? type.Element!.ClrType : type.ClrType;
}
