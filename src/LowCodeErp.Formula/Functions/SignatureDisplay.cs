using System.Text;

namespace LowCodeErp.Formula.Functions;

/// <summary>Signatures as people read them: <c>ROUND(数值, [位数])</c>.</summary>
public static class SignatureDisplay
{
    public static string Of(FormulaFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return string.Join(" / ", function.Signatures.Select(signature => Of(function.Name, signature)).Distinct(StringComparer.Ordinal));
    }

    private static string Of(string name, FunctionSignature signature)
    {
        var parts = signature.Leading.Select(Show).Concat(signature.Repeated.Select(Show)).ToList();
        if (signature.HasSpread || signature.Repeated.Count > 0)
        {
            parts.Add("…");
        }

        if (signature.Trailing is not null)
        {
            parts.Add(Show(signature.Trailing));
        }

        return new StringBuilder(name).Append('(').AppendJoin(", ", parts).Append(')').ToString();
    }

    private static string Show(Parameter parameter) => parameter.IsOptional ? $"[{parameter.Name.Chinese}]" : parameter.Name.Chinese;
}
