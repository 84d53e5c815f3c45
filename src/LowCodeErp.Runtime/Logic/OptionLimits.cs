using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Formula.Compilation;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Logic;

/// <summary>Which options of a field are offered depends on others.</summary>
public sealed record OptionLimits(FieldModel Field, IReadOnlyList<OptionLimit> All)
{
    public IEnumerable<FieldModel> Reads => All.SelectMany(limit => limit.When.Reads);

    /// <summary>Those that are not offered.</summary>
    public IReadOnlySet<string> FindWithheld(IFormulaRow row, EvaluationContext context)
    {
        var withheld = All.SelectMany(limit => limit.Options).ToHashSet(StringComparer.Ordinal);
        foreach (var limit in All.Where(limit => limit.When.Holds(row, context)))
        {
            withheld.ExceptWith(limit.Options);
        }

        return withheld;
    }

    /// <summary>Null when the value is, or all of its items are, offered.</summary>
    public Diagnostic? Check(Value value, IReadOnlySet<string> withheld, string path)
    {
        var chosen = value.Content is ValueList list ? list.Items.OfType<string>() : new[] { value.Content as string }.OfType<string>();
        return chosen.FirstOrDefault(withheld.Contains) is { } option ? LogicDiagnostics.OptionNotOffered(path, Field, option, withheld) : null;
    }
}
