using System.Text;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Formula.Functions;

/// <summary>Signatures as people read them: <c>ROUND(数值, [位数])</c>.</summary>
public static class SignatureDisplay
{
    public static LocalizedText Of(FormulaFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new(Of(function, name => name.Chinese), Of(function, name => name.English ?? name.Chinese));
    }

    private static string Of(FormulaFunction function, Func<LocalizedText, string> show)
        => string.Join(" / ", function.Signatures.Select(signature => Of(function.Name, signature, show)).Distinct(StringComparer.Ordinal));

    private static string Of(string name, FunctionSignature signature, Func<LocalizedText, string> show)
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

        string Show(Parameter parameter) => parameter.IsOptional ? $"[{show(parameter.Name)}]" : show(parameter.Name);
    }
}
