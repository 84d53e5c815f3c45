using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Binding;

/// <summary>Tries the arguments of a call against a signature and finds the types that they have to be converted to.</summary>
internal sealed class OverloadResolution
{
    private readonly Dictionary<string, FormulaType> _variables = [];

    private OverloadResolution(FunctionSignature signature) => Signature = signature;

    public FunctionSignature Signature { get; }

    public List<FormulaType> Targets { get; } = [];

    public int Cost { get; private set; }

    /// <summary>The first argument that does not fit, or -1.</summary>
    public int BadArgument { get; private set; } = -1;

    public FormulaType Expected { get; private set; } = FormulaType.Error;

    public bool Fits => BadArgument < 0;

    public FormulaType ResultType => Substitute(Signature.ResultType);

    /// <summary>The signature that fits best, else the one that fits furthest.</summary>
    public static OverloadResolution Choose(IEnumerable<FunctionSignature> signatures, IReadOnlyList<BoundNode> arguments)
        => signatures.Select(signature => Try(signature, arguments))
            .OrderByDescending(attempt => attempt.Fits ? int.MaxValue : attempt.BadArgument)
            .ThenBy(attempt => attempt.Cost)
            .First();

    private static OverloadResolution Try(FunctionSignature signature, IReadOnlyList<BoundNode> arguments)
    {
        var attempt = new OverloadResolution(signature);
        for (var pass = 0; pass < 2 && attempt.Fits; pass++)
        {
            attempt.Match(arguments);
        }

        return attempt;
    }

    /// <summary>Done twice, because a later argument may widen the type of a variable.</summary>
    private void Match(IReadOnlyList<BoundNode> arguments)
    {
        Targets.Clear();
        Cost = 0;
        for (var index = 0; index < arguments.Count && Fits; index++)
        {
            MatchOne(arguments[index].Type, Signature.At(index, arguments.Count), index);
        }
    }

    private void MatchOne(FormulaType actual, Parameter parameter, int index)
    {
        var isList = parameter.Shape == ParameterShape.Spread && actual.Kind == FormulaTypeKind.List;
        var (source, wanted) = isList ? (actual.Element!, parameter.Type) : (actual, parameter.Type);
        if (!Bind(wanted, source))
        {
            Fail(index, wanted);
            return;
        }

        var target = Substitute(wanted);
        var cost = parameter.IsPrintable && Conversions.IsPrintable(source)
            ? 0
            : wanted.Kind == FormulaTypeKind.Variable ? VariableCost(source, target) : Conversions.Cost(source, target);
        if (cost is null || (isList && cost > 0))
        {
            Fail(index, target);
            return;
        }

        Cost += cost.Value;
        Targets.Add(isList ? FormulaType.ListOf(target) : target);
    }

    private static int? VariableCost(FormulaType source, FormulaType target)
        => source.Kind == FormulaTypeKind.Blank ? 0 : Conversions.Cost(source, target);

    private void Fail(int index, FormulaType expected)
    {
        BadArgument = index;
        Expected = Substitute(expected);
    }

    private bool Bind(FormulaType wanted, FormulaType actual)
    {
        if (wanted.Kind == FormulaTypeKind.List && actual.Kind == FormulaTypeKind.List)
        {
            return Bind(wanted.Element!, actual.Element!);
        }

        if (wanted.Kind != FormulaTypeKind.Variable)
        {
            return true;
        }

        var known = _variables.GetValueOrDefault(wanted.Letter);
        var common = known is null ? actual : Conversions.Common(known, actual);
        if (common is null)
        {
            return false;
        }

        _variables[wanted.Letter] = common;
        return true;
    }

    private FormulaType Substitute(FormulaType type) => type.Kind switch
    {
        FormulaTypeKind.Variable => _variables.GetValueOrDefault(type.Letter, FormulaType.Blank),
        FormulaTypeKind.List => FormulaType.ListOf(Substitute(type.Element!)),
        _ => type,
    };
}
