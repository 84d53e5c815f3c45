using LowCodeErp.Formula.Binding;
using LowCodeErp.Formula.Functions;

namespace LowCodeErp.Formula.Tests.Syntax;

/// <summary>Random formulas of a wanted type over <see cref="Sample.Order"/>, from a seed; nearly all of them compile.</summary>
internal sealed class TypedFormulas(int seed)
{
    private static readonly Dictionary<FormulaTypeKind, string[]> Leaves = new()
    {
        [FormulaTypeKind.Number] = ["0", "1", "2.5", "12%", "99999.99", "[数量]", "[单价]", "[空数字]", "[客户.额度]", "COUNT([明细])"],
        [FormulaTypeKind.Text] = ["\"a\"", "\"𠮷野家\"", "\"12\"", "[名称]", "[空文本]", "[客户.等级]", "[空客户.名称]"],
        [FormulaTypeKind.Boolean] = ["TRUE", "假", "[已付]", "[空真假]", "[数量] > 3", "[名称] = \"a\"", "[空数字] <= 1"],
        [FormulaTypeKind.Date] = ["#2024-02-29#", "#2024-01-31#", "[到期日]", "[下单日期]", "[空日期]", "TODAY()"],
        [FormulaTypeKind.DateTime] = ["#2024-01-31 08:30#", "[创建时间]", "NOW()"],
        [FormulaTypeKind.Time] = ["TIME(8, 30, 0)", "TIME(0, 0, 1)"],
        [FormulaTypeKind.Reference] = ["[客户]", "[空客户]", "CURRENTUSER()"],
    };

    private static readonly Dictionary<FormulaTypeKind, string[]> Lists = new()
    {
        [FormulaTypeKind.Number] = ["[明细.金额]", "{1, 2, 3}", "[空明细.数量]"],
        [FormulaTypeKind.Text] = ["[标签]", "[明细.产品]", "{\"a\", \"\"}"],
        [FormulaTypeKind.Date] = ["[明细.交货日期]", "{#2024-02-29#}"],
        [FormulaTypeKind.Boolean] = ["{TRUE, FALSE}"],
    };

    private static readonly FormulaTypeKind[] Kinds = [.. Leaves.Keys];

    private readonly Random _random = new(seed);

    public string Any(int depth = 4) => Make(Pick(Kinds), depth);

    public string Make(FormulaTypeKind kind, int depth)
    {
        if (depth == 0 || _random.Next(5) == 0)
        {
            return Pick(Leaves[kind]);
        }

        return _random.Next(3) == 0 ? Operator(kind, depth - 1) : Call(kind, depth - 1);
    }

    private string Operator(FormulaTypeKind kind, int depth) => kind switch
    {
        FormulaTypeKind.Number => $"({Make(kind, depth)}) {Pick(["+", "-", "*", "/", "%", "^"])} ({Make(kind, depth)})",
        FormulaTypeKind.Text => $"({Make(kind, depth)}) & ({Make(Pick([FormulaTypeKind.Text, FormulaTypeKind.Number, FormulaTypeKind.Date]), depth)})",
        FormulaTypeKind.Boolean when _random.Next(2) == 0 => $"({Make(kind, depth)}) {Pick(["AND", "OR", "="])} NOT({Make(kind, depth)})",
        FormulaTypeKind.Boolean => $"({Make(FormulaTypeKind.Number, depth)}) {Pick(["<", ">=", "=", "<>"])} ({Make(FormulaTypeKind.Number, depth)})",
        FormulaTypeKind.Date => $"({Make(kind, depth)}) {Pick(["+", "-"])} ({Make(FormulaTypeKind.Number, depth)})",
        _ => $"({Make(kind, depth)})",
    };

    private string Call(FormulaTypeKind kind, int depth)
    {
        var candidates = FunctionCatalog.All
            .SelectMany(function => function.Signatures, (function, signature) => (function, signature))
            .Where(pair => pair.signature.ResultType.Kind == kind || pair.signature.ResultType.Kind == FormulaTypeKind.Variable)
            .Where(pair => pair.function.Name is not ("OLD" or "CHANGED" or "IN"))
            .ToArray();
        var (function, signature) = Pick(candidates);
        var variables = new Dictionary<string, FormulaTypeKind>();
        if (signature.ResultType.Kind == FormulaTypeKind.Variable)
        {
            variables[signature.ResultType.Letter] = kind;
        }

        var parameters = signature.Leading.Where(parameter => !parameter.IsOptional || _random.Next(2) == 0).Concat(signature.Repeated);
        return $"{function.Name}({string.Join(", ", parameters.Select(parameter => Argument(parameter, variables, depth)))})";
    }

    private string Argument(Parameter parameter, Dictionary<string, FormulaTypeKind> variables, int depth)
    {
        var kind = KindOf(parameter.Type.Kind == FormulaTypeKind.List ? parameter.Type.Element! : parameter.Type, variables);
        return (parameter.Name.English, parameter.Type.Kind) switch
        {
            ("unit", _) => Pick(["\"Y\"", "\"M\"", "\"D\""]),
            ("pattern", _) => "\"^[a-z]+$\"",
            (_, FormulaTypeKind.Rows) => Pick(["[明细]", "[空明细]"]),
            (_, FormulaTypeKind.List) => Lists.TryGetValue(kind, out var lists) ? Pick(lists) : $"{{{Make(kind, 0)}}}",
            _ when parameter.Shape == ParameterShape.Each => Make(kind, 0),
            _ => Make(kind, depth),
        };
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
