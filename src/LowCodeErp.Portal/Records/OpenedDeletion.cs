namespace LowCodeErp.Portal.Records;

/// <param name="Record">As it was when it was deleted.</param>
/// <param name="DeletedBy">As the history calls whoever did it.</param>
public sealed record OpenedDeletion(OpenedRecord Record, string DeletedBy);
