using System.Text.Json;
using System.Text.Json.Serialization;

namespace LowCodeErp.Formula.Tests.Cases;

/// <summary>A case of shared/data/formula/cases.json.</summary>
public sealed record ExcelCase(
    string Id,
    string Formula,
    JsonElement Expected,
    [property: JsonPropertyName("fn")] string Function,
    string Tier,
    bool Must,
    [property: JsonPropertyName("tol")] decimal? Tolerance,
    DateOnly? ExpectedDate)
{
    public bool ExpectsError => Expected.ValueKind == JsonValueKind.Object;

    public static IReadOnlyList<ExcelCase> Load()
        => JsonSerializer.Deserialize<ExcelCase[]>(File.ReadAllText(SharedData.Find("formula/cases.json")), JsonSerializerOptions.Web)!;
}
