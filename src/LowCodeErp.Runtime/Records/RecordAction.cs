namespace LowCodeErp.Runtime.Records;

public enum RecordAction
{
    Create,
    Update,
    Delete,
    Restore,

    /// <summary>Deleted for ever; the history is all that is left.</summary>
    Purge,
}
