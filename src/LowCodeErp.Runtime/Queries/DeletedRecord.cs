using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Queries;

/// <summary>A record in the trash.</summary>
/// <param name="Row">As it was when it was deleted; it was last changed when it was deleted.</param>
/// <param name="DeletedBy">As the history calls whoever did it.</param>
public sealed record DeletedRecord(RecordRow Row, string DeletedBy);
