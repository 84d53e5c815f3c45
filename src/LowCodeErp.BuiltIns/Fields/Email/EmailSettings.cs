namespace LowCodeErp.BuiltIns.Fields.Email;

public sealed record EmailSettings;
