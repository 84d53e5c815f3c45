namespace LowCodeErp.BuiltIns.Fields.AutoNumber;

public sealed record AutoNumberSettings
{
    /// <summary>
    /// Text with <c>{yyyy}</c>, <c>{yy}</c>, <c>{MM}</c>, <c>{dd}</c> and one counter such as <c>{0000}</c>. The counter
    /// begins again with each new date that the pattern shows: <c>C{yyyy}{MM}-{0000}</c> counts by month.
    /// </summary>
    public string Pattern { get; init; } = "{yyyy}{MM}{dd}-{0000}";
}
