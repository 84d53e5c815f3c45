namespace LowCodeErp.Runtime.Records;

public enum RecordAction
{
    Create,
    Update,
    Delete,
    Restore,
}
