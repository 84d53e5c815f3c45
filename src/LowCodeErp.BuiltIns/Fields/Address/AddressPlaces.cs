using LowCodeErp.BuiltIns.Fields.Division;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields.Address;

/// <summary>Names of places become codes, each within the one before it; a place that is named without its owners brings them along.</summary>
internal static class AddressPlaces
{
    /// <param name="inputs">Codes or names, from the province down; what cannot be told is left as it is, for its field to refuse.</param>
    public static IReadOnlyList<InputValue> Resolve(IReadOnlyList<InputValue> inputs)
    {
        var resolved = inputs.ToArray();
        DivisionPlace? deepest = null;
        for (var level = 0; level < resolved.Length; level++)
        {
            var text = PlainText.Read(resolved[level]);
            if (text.Length > 0 && Divisions.Find(text, (DivisionLevel)level, deepest) is { } place)
            {
                deepest = place;
                resolved[level] = InputValue.Of(place.Code);
            }
        }

        foreach (var owner in deepest?.Path ?? [])
        {
            if (resolved[(int)owner.Level].IsBlank)
            {
                resolved[(int)owner.Level] = InputValue.Of(owner.Code);
            }
        }

        return resolved;
    }
}
