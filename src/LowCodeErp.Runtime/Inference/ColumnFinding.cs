using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Inference;

/// <summary>What a column of a file holds, as all of its rows say.</summary>
/// <param name="Column">The column's place in the sheet, from 0.</param>
/// <param name="Name">As the header calls it.</param>
/// <param name="Proposed">The field type that suits it best; one of <paramref name="Fits"/>.</param>
/// <param name="Fits">How its values suit each type that was thought of.</param>
/// <param name="Evidence">What speaks for the proposal, in sentences.</param>
public sealed record ColumnFinding(int Column, string Name, TypeFit Proposed, IReadOnlyList<TypeFit> Fits, IReadOnlyList<LocalizedText> Evidence)
{
    public long Values { get; init; }

    public long Blanks { get; init; }

    /// <summary>Whether no two of the values that were compared are the same.</summary>
    public bool AllDiffer { get; init; }

    /// <summary>Whether its name says that it holds codes.</summary>
    public bool SaysCode { get; init; }

    /// <summary>Whether its name says that it holds names.</summary>
    public bool SaysTitle { get; init; }

    /// <summary>Whether its dates are numbers of days as Excel counts them.</summary>
    public bool HoldsSerials { get; init; }

    /// <summary>Key of the form whose records the values name; null when there is none such.</summary>
    public string? Target { get; init; }

    /// <summary>The first different values, to be looked up elsewhere.</summary>
    internal IReadOnlyList<string> Texts { get; init; } = [];

    public TypeFit? Fit(string type) => Fits.FirstOrDefault(fit => fit.Type == type);
}
