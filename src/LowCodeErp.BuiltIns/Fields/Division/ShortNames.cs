namespace LowCodeErp.BuiltIns.Fields.Division;

/// <summary>Names without what kind of place it is, as people often write them.</summary>
internal static class ShortNames
{
    /// <summary>Longer ones first.</summary>
    private static readonly string[] Endings = ["维吾尔自治区", "特别行政区", "壮族自治区", "回族自治区", "自治区", "地区", "省", "市", "盟"];

    private const int Shortest = 2;

    public static string? Of(string name)
    {
        var ending = Array.Find(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal));
        return ending is not null && name.Length - ending.Length >= Shortest ? name[..^ending.Length] : null;
    }
}
