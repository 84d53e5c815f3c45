using System.Globalization;
using LowCodeErp.Formula.Binding;

namespace LowCodeErp.Specifications.Formulas;

/// <summary>A formula made of parts, so that one that goes wrong can be made smaller.</summary>
/// <param name="Pattern">Its text; <c>{0}</c> and so on stand for the parts where there are any.</param>
public sealed record FormulaTree(FormulaTypeKind Kind, string Pattern, params IReadOnlyList<FormulaTree> Parts)
{
    private static readonly Dictionary<FormulaTypeKind, string> Simplest = new()
    {
        [FormulaTypeKind.Number] = "1",
        [FormulaTypeKind.Text] = "\"a\"",
        [FormulaTypeKind.Boolean] = "TRUE",
        [FormulaTypeKind.Date] = "#2024-02-29#",
        [FormulaTypeKind.DateTime] = "#2024-02-29 08:30#",
    };

    public string Text => Parts.Count == 0
        ? Pattern
        : string.Format(CultureInfo.InvariantCulture, Pattern, [.. Parts.Select(part => part.Text)]);

    /// <summary>Formulas of the same kind with less in them.</summary>
    public IEnumerable<FormulaTree> Smaller()
    {
        if (Parts.Count > 0 && Simplest.TryGetValue(Kind, out var simplest))
        {
            yield return new(Kind, simplest);
        }

        foreach (var part in Descendants().Where(part => part.Kind == Kind))
        {
            yield return part;
        }

        for (var index = 0; index < Parts.Count; index++)
        {
            foreach (var smaller in Parts[index].Smaller())
            {
                yield return this with { Parts = [.. Parts.Take(index), smaller, .. Parts.Skip(index + 1)] };
            }
        }
    }

    public override string ToString() => Text;

    private IEnumerable<FormulaTree> Descendants() => Parts.SelectMany(part => part.Descendants().Prepend(part));
}
