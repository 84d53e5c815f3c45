using System.Text.Json;

namespace LowCodeErp.Runtime.Inference;

/// <summary>How the values of a column suit a field type.</summary>
/// <param name="Type">Key of the field type.</param>
/// <param name="Settings">Those with which they suit it best; null for the usual ones.</param>
/// <param name="Misfits">How many values do not suit it.</param>
/// <param name="Examples">The first of them.</param>
public sealed record TypeFit(string Type, JsonElement? Settings, long Misfits, IReadOnlyList<Misfit> Examples);
