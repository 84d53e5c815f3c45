namespace LowCodeErp.BuiltIns.Layout.Tabs;

public sealed record TabsSettings;
