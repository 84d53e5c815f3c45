namespace LowCodeErp.Data.Records;

internal enum RecordState
{
    InUse,
    InTrash,
}
