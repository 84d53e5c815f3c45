namespace LowCodeErp.BuiltIns.Fields.CreditCode;

public sealed record CreditCodeSettings;
