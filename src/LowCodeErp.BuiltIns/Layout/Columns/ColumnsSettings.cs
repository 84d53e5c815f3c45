namespace LowCodeErp.BuiltIns.Layout.Columns;

public sealed record ColumnsSettings
{
    public int Count { get; init; } = 2;
}
