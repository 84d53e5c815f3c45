namespace LowCodeErp.BuiltIns.Layout.Divider;

public sealed record DividerSettings;
