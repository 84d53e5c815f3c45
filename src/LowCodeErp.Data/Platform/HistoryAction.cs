namespace LowCodeErp.Data.Platform;

public enum HistoryAction
{
    Create,
    Update,
    Delete,
    Restore,
    Purge,
}
