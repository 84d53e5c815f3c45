using System.Text.Json;
using System.Text.Json.Serialization;

namespace LowCodeErp.Formula.Cases;

/// <summary>A formula and what it has to give, as files of cases write it. The formulas have literal arguments only.</summary>
/// <param name="Expected">A number, text or boolean; an object where the formula has to fail.</param>
/// <param name="Tier">What kind of case it is; see <see cref="CaseOutcome.IsRight"/> for the one that is judged differently.</param>
/// <param name="Must">Whether a language that calls itself compatible has to get it right.</param>
/// <param name="ExpectedDate">The date that the number in <paramref name="Expected"/> stands for.</param>
public sealed record FormulaCase(
    string Id,
    string Formula,
    JsonElement Expected,
    [property: JsonPropertyName("fn")] string Function = "",
    string Tier = "",
    bool Must = false,
    [property: JsonPropertyName("tol")] decimal? Tolerance = null,
    DateOnly? ExpectedDate = null)
{
    /// <summary>The tier of the cases in which a spreadsheet silently reads one type as another.</summary>
    public const string CoercionTier = "coercion";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public bool ExpectsError => Expected.ValueKind == JsonValueKind.Object;

    /// <exception cref="JsonException">It is no list of cases.</exception>
    public static IReadOnlyList<FormulaCase> Read(Stream file)
        => [.. (JsonSerializer.Deserialize<FormulaCase?[]>(file, Json) ?? []).Select(item => item ?? throw new JsonException("A case is null."))];
}
