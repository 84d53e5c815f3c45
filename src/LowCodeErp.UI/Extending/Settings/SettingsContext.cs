using LowCodeErp.Metadata.Tiering;
using LowCodeErp.UI.Formulas;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>What settings may name: the forms of the draft that is being designed, which need not be free of errors.</summary>
/// <param name="Forms">All that a form may refer to, in the order in which they are offered.</param>
/// <param name="Form">The one whose fields or layout are being designed, as it is now.</param>
public sealed record SettingsContext(IReadOnlyList<FormOffer> Forms, FormOffer? Form)
{
    public static SettingsContext Empty { get; } = new([], null);

    /// <summary>Those of <see cref="Form"/>.</summary>
    public IReadOnlyList<TierModelDefinition> TierModels { get; init; } = [];

    /// <summary>What a condition over the records of a form may read, by the form's key; null while nobody knows the form.</summary>
    public Func<string, FormulaPlace?> FindConditionPlace { get; init; } = _ => null;

    public FormOffer? Find(string form) => Forms.FirstOrDefault(offer => offer.Key == form);
}
