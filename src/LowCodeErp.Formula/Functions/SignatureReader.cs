using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Functions;

/// <summary>
/// Reads a signature as functions declare it.
/// <code>
/// signature = [parameters] "->" type
/// parameter = type name "/" 名称 [ "?" | "=" default | "*" ]        ? may be left out, * takes all that follow
/// group     = "{" parameters "}..."                                 may be repeated
/// type      = text, number, boolean, date, datetime, time, reference, rows, printable, T, R, list&lt;type&gt;, each&lt;type&gt;
/// </code>
/// <example><c>T value/值, {T case/情况, R result/结果}..., R default/默认值? -> R</c></example>
/// </summary>
internal static class SignatureReader
{
    public static FunctionSignature Read(string text)
    {
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        var parameters = text[..arrow].Trim();
        var result = ReadType(text[(arrow + 2)..].Trim());
        var open = parameters.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return new(text, ReadAll(parameters), [], null, result);
        }

        var close = parameters.IndexOf("}...", StringComparison.Ordinal);
        var trailing = ReadAll(parameters[(close + 4)..]);
        return new(text, ReadAll(parameters[..open]), ReadAll(parameters[(open + 1)..close]), trailing.Count > 0 ? trailing[0] : null, result);
    }

    private static List<Parameter> ReadAll(string text)
        => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReadOne).ToList();

    private static Parameter ReadOne(string text)
    {
        var equals = text.Split('=', StringSplitOptions.TrimEntries);
        var declaration = equals[0];
        var space = declaration.IndexOf(' ', StringComparison.Ordinal);
        var type = declaration[..space];
        var name = declaration[(space + 1)..].TrimEnd('?', '*').Split('/');
        var shape = declaration.EndsWith('*') ? ParameterShape.Spread
            : type.StartsWith("each<", StringComparison.Ordinal) ? ParameterShape.Each
            : ParameterShape.Value;
        var isOptional = equals.Length > 1 || declaration.EndsWith('?');
        var defaultValue = equals.Length > 1 ? ReadDefault(equals[1]) : null;
        return new(ReadType(type), new LocalizedText(name[1], name[0]), shape, type == "printable", isOptional, defaultValue);
    }

    private static object ReadDefault(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ when text.StartsWith('\'') => text.Trim('\''),
        _ => decimal.Parse(text, CultureInfo.InvariantCulture),
    };

    private static FormulaType ReadType(string text) => text switch
    {
        "text" or "printable" => FormulaType.Text,
        "number" => FormulaType.Number,
        "boolean" => FormulaType.Boolean,
        "date" => FormulaType.Date,
        "datetime" => FormulaType.DateTime,
        "time" => FormulaType.Time,
        "reference" => FormulaType.Reference,
        "rows" => FormulaType.RowsOf(null),
        "T" or "R" => new(FormulaTypeKind.Variable, Letter: text),
        _ when text.StartsWith("list<", StringComparison.Ordinal) => FormulaType.ListOf(ReadType(text[5..^1])),
        _ when text.StartsWith("each<", StringComparison.Ordinal) => ReadType(text[5..^1]),
        _ => throw new ArgumentException($"No type is called '{text}'.", nameof(text)),
    };
}
