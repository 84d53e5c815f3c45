namespace LowCodeErp.Runtime.Tiering;

/// <summary>Where a record stands among all, largest amount first.</summary>
/// <param name="Tier">The place of its tier in the model: 0 is A, 1 is B, 2 is C.</param>
/// <param name="Share">
/// Of the sum of all positive amounts, what it and all before it make up; six digits, 1 when its own amount is not positive.
/// </param>
public readonly record struct AbcPlace(int Tier, decimal Share);
