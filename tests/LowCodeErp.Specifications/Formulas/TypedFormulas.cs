using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Specifications.Formulas;

/// <summary>Random formulas of a wanted type, from a seed; nearly all of them compile.</summary>
public sealed class TypedFormulas(int seed, FormulaParts parts)
{
    private static readonly string[] ItemTests = ["ISBLANK(当前项)", "当前项 > 1", "当前项 = \"a\"", "当前项 <> [d]"];
    private static readonly string[] DayTests =
    [
        "DAYS(TODAY(), {0}) {2} ({1})", "({0}) + ({1}) {2} TODAY()", "TODAY() - ({1}) {2} ({0})", "YEAR({0}) {2} ({1})", "DATEDIF({0}, TODAY(), \"D\") {2} ({1})",
        "BETWEEN({0}, TODAY() - ({1}), TODAY())", "YEAR({0}) = 2024 AND MONTH({0}) {2} 2", "[m] {2} ({0}) + ({1})", "[m] - ({1}) {2} NOW()",
    ];
    private static readonly string[] Units = ["\"Y\"", "\"M\"", "\"D\""];
    private static readonly string[] Equalities = ["=", "<>"];
    private static readonly string[] Comparisons = ["<", "<=", ">=", "=", "<>"];
    private static readonly FormulaTypeKind[] Printable = [FormulaTypeKind.Text, FormulaTypeKind.Number, FormulaTypeKind.Date];
    private static readonly FormulaTypeKind[] Comparable =
        [FormulaTypeKind.Number, FormulaTypeKind.Number, FormulaTypeKind.Text, FormulaTypeKind.Date, FormulaTypeKind.DateTime];

    private readonly Random _random = new(seed);

    public FormulaTree Any(int depth = 4) => Make(Pick([.. parts.Leaves.Keys]), depth);

    public FormulaTree Make(FormulaTypeKind kind, int depth) => Make(kind, depth, parts.Leaves);

    private FormulaTree Make(FormulaTypeKind kind, int depth, IReadOnlyDictionary<FormulaTypeKind, string[]> leaves)
    {
        if (depth == 0 || _random.Next(5) == 0)
        {
            return new(kind, Pick(leaves.TryGetValue(kind, out var own) ? own : parts.Leaves[kind]));
        }

        return _random.Next(3) == 0 ? Operator(kind, depth - 1, leaves) : Call(kind, depth - 1, leaves);
    }

    private FormulaTree Operator(FormulaTypeKind kind, int depth, IReadOnlyDictionary<FormulaTypeKind, string[]> leaves) => kind switch
    {
        FormulaTypeKind.Number => new(
            kind, $"({{0}}) {Pick(["+", "-", "*", "/", "%", "^"])} ({{1}})", Make(kind, depth, leaves), Make(kind, depth, leaves)),
        FormulaTypeKind.Text => new(kind, "({0}) & ({1})", Make(kind, depth, leaves), Make(Pick(Printable), depth, leaves)),
        FormulaTypeKind.Boolean when _random.Next(2) == 0 => new(
            kind, $"({{0}}) {Pick(["AND", "OR", "="])} NOT({{1}})", Make(kind, depth, leaves), Make(kind, depth, leaves)),
        FormulaTypeKind.Boolean when _random.Next(4) == 0 => new(
            kind, Pick(DayTests).Replace("{2}", Pick(Comparisons), StringComparison.Ordinal), Make(FormulaTypeKind.Date, _random.Next(2), leaves), Make(FormulaTypeKind.Number, 0, leaves)),
        FormulaTypeKind.Boolean when _random.Next(4) == 0 => In(Pick(Comparable), depth, leaves),
        FormulaTypeKind.Boolean => Compare(Pick(Comparable), depth, leaves),
        FormulaTypeKind.Date => new(kind, $"({{0}}) {Pick(["+", "-"])} ({{1}})", Make(kind, depth, leaves), Make(FormulaTypeKind.Number, depth, leaves)),
        _ => Make(kind, 0, leaves),
    };

    private FormulaTree Compare(FormulaTypeKind operands, int depth, IReadOnlyDictionary<FormulaTypeKind, string[]> leaves) => new(
        FormulaTypeKind.Boolean,
        $"({{0}}) {Pick(operands == FormulaTypeKind.Text ? Equalities : Comparisons)} ({{1}})",
        Make(operands, depth, leaves),
        Make(operands, depth, leaves));

    private FormulaTree In(FormulaTypeKind operands, int depth, IReadOnlyDictionary<FormulaTypeKind, string[]> leaves)
        => new(FormulaTypeKind.Boolean, "({0}) IN ({1}, {2})", Make(operands, depth, leaves), Make(operands, depth, leaves), Make(operands, 0, leaves));

    private FormulaTree Call(FormulaTypeKind kind, int depth, IReadOnlyDictionary<FormulaTypeKind, string[]> leaves)
    {
        var candidates = FunctionCatalog.All
            .Where(function => parts.Uses(function) && function.Name is not ("OLD" or "CHANGED" or "IN"))
            .SelectMany(function => function.Signatures, (function, signature) => (function, signature))
            .Where(pair => pair.signature.ResultType.Kind == kind || pair.signature.ResultType.Kind == FormulaTypeKind.Variable)
            .ToArray();
        if (candidates.Length == 0)
        {
            return Make(kind, 0, leaves);
        }

        var (function, signature) = Pick(candidates);
        var variables = new Dictionary<string, FormulaTypeKind>();
        if (signature.ResultType.Kind == FormulaTypeKind.Variable)
        {
            variables[signature.ResultType.Letter] = kind;
        }

        var arguments = new List<FormulaTree>();
        foreach (var parameter in signature.Leading.Where(parameter => !parameter.IsOptional || _random.Next(2) == 0).Concat(signature.Repeated))
        {
            arguments.Add(parameter.Shape == ParameterShape.Each
                ? Each(arguments[0], KindOf(parameter.Type, variables), leaves)
                : Argument(parameter, variables, depth, leaves));
        }

        return new(kind, $"{function.Name}({string.Join(", ", arguments.Select((_, index) => $"{{{index}}}"))})", [.. arguments]);
    }

    private FormulaTree Argument(
        Parameter parameter, Dictionary<string, FormulaTypeKind> variables, int depth, IReadOnlyDictionary<FormulaTypeKind, string[]> leaves)
    {
        var kind = KindOf(parameter.Type.Kind == FormulaTypeKind.List ? parameter.Type.Element! : parameter.Type, variables);
        return (parameter.Name.English, parameter.Type.Kind) switch
        {
            ("unit", _) => new(FormulaTypeKind.Error, Pick(Units)),
            ("pattern", _) => new(FormulaTypeKind.Error, "\"^[a-z]+$\""),
            (_, FormulaTypeKind.Rows) => Filtered(new(FormulaTypeKind.Rows, Pick(parts.Rows)), leaves),
            (_, FormulaTypeKind.List) => Filtered(List(kind, leaves), leaves),
            _ => Make(kind, depth, leaves),
        };
    }

    private FormulaTree List(FormulaTypeKind kind, IReadOnlyDictionary<FormulaTypeKind, string[]> leaves)
        => parts.Lists.TryGetValue(kind, out var lists) && _random.Next(4) > 0
            ? new(FormulaTypeKind.List, Pick(lists))
            : new(FormulaTypeKind.List, "{{{0}, {1}}}", Make(kind, 0, leaves), Make(kind, 0, leaves));

    private FormulaTree Filtered(FormulaTree items, IReadOnlyDictionary<FormulaTypeKind, string[]> leaves)
        => _random.Next(4) > 0 ? items : new(items.Kind, "FILTER({0}, {1})", items, Each(items, FormulaTypeKind.Boolean, leaves));

    /// <summary>Something about each of the items.</summary>
    private FormulaTree Each(FormulaTree items, FormulaTypeKind kind, IReadOnlyDictionary<FormulaTypeKind, string[]> leaves)
    {
        while (items.Parts is [{ Kind: FormulaTypeKind.Rows or FormulaTypeKind.List } source, ..])
        {
            items = source;
        }

        var own = items.Kind == FormulaTypeKind.Rows
            ? parts.RowLeaves.ToDictionary(pair => pair.Key, pair => Array.ConvertAll(pair.Value, leaf => leaf.Replace("*", items.Pattern.Trim('[', ']'), StringComparison.Ordinal)))
            : new() { [FormulaTypeKind.Boolean] = ItemTests, [kind] = kind == FormulaTypeKind.Boolean ? ItemTests : ["当前项"] };
        return Make(kind, _random.Next(3), leaves.ToDictionary(pair => pair.Key, pair => own.TryGetValue(pair.Key, out var leaf) ? [.. leaf, .. leaf, .. pair.Value] : pair.Value));
    }

    private FormulaTypeKind KindOf(FormulaType type, Dictionary<string, FormulaTypeKind> variables)
    {
        if (type.Kind != FormulaTypeKind.Variable)
        {
            return type.Kind;
        }

        return variables.TryGetValue(type.Letter, out var known) ? known : variables[type.Letter] = Pick([FormulaTypeKind.Number, FormulaTypeKind.Text]);
    }

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];
}
