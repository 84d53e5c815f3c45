using System.Globalization;

namespace LowCodeErp.Runtime.Formulas.Json;

/// <summary>Where in a record something stands: 明细[2].金额.</summary>
internal static class JsonPath
{
    public static string Member(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <param name="index">Counts from 0; people count from 1.</param>
    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index + 1}]");
}
