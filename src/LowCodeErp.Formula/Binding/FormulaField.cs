using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Formula.Binding;

/// <summary>A field as formulas see it.</summary>
/// <param name="Ordinal">Its place in a row, see <see cref="Compilation.IFormulaRow"/>.</param>
/// <param name="Target">
/// Of a reference: the form that it points to. Of a table: the sub-table, or the form whose records refer to this one.
/// A function, because forms may refer to each other in a circle.
/// </param>
/// <param name="IsList">A field of several values of its kind, such as tags.</param>
/// <param name="Precision">Of a number: its significant digits; null where it is not told.</param>
/// <param name="Scale">Of a number: digits behind the point.</param>
public sealed record FormulaField(
    string Key,
    LocalizedText Label,
    ValueKind Kind,
    int Ordinal,
    Func<IFormulaSchema>? Target = null,
    bool IsList = false,
    Sensitivity Sensitivity = Sensitivity.None,
    int? Precision = null,
    int? Scale = null)
{
    /// <summary>Stored encrypted, so that no formula can read it.</summary>
    public bool IsEncrypted { get; init; }

    public FormulaType Type
    {
        get
        {
            var type = FormulaType.Of(Kind, Target?.Invoke());
            return IsList ? FormulaType.ListOf(type) : type;
        }
    }

    public bool IsCalled(string name)
        => Key == name || Is(Label.Chinese, name) || Is(Label.English, name);

    private static bool Is(string? label, string name) => string.Equals(label, name, StringComparison.OrdinalIgnoreCase);
}
