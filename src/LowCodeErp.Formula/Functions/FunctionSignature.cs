using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Formula.Functions;

/// <summary>
/// One way to call a function: leading parameters, then a group that may be repeated, then one that may follow it.
/// Written as text, see <see cref="SignatureReader"/>.
/// </summary>
public sealed record FunctionSignature(
    string Text, IReadOnlyList<Parameter> Leading, IReadOnlyList<Parameter> Repeated, Parameter? Trailing, FormulaType ResultType)
{
    public bool HasSpread => Leading.Count > 0 && Leading[^1].Shape == ParameterShape.Spread;

    public int MinimumCount => Leading.Count(parameter => !parameter.IsOptional) + Repeated.Count;

    public int MaximumCount => HasSpread || Repeated.Count > 0 ? int.MaxValue : Leading.Count;

    public bool Accepts(int count)
    {
        if (count < MinimumCount || count > MaximumCount)
        {
            return false;
        }

        var rest = Repeated.Count == 0 ? 0 : (count - Leading.Count) % Repeated.Count;
        return rest == 0 || (rest == 1 && Trailing is not null);
    }

    /// <summary>The parameter that the argument at <paramref name="index"/> of <paramref name="count"/> is for.</summary>
    public Parameter At(int index, int count)
    {
        if (index < Leading.Count || Repeated.Count == 0)
        {
            return Leading[Math.Min(index, Leading.Count - 1)];
        }

        var isTrailing = index == count - 1 && Trailing is not null && (count - Leading.Count) % Repeated.Count == 1;
        return isTrailing ? Trailing! : Repeated[(index - Leading.Count) % Repeated.Count];
    }
}
