namespace LowCodeErp.Data.Platform;

/// <summary>The logs whose rows are sealed. Stored by name.</summary>
public enum SealedLog
{
    History,
    Audit,
}
