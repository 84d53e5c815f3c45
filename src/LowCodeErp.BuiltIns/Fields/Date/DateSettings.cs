namespace LowCodeErp.BuiltIns.Fields.Date;

public sealed record DateSettings
{
    public DateOnly? Minimum { get; init; }

    public DateOnly? Maximum { get; init; }
}
