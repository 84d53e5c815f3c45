using LowCodeErp.Core.Naming;

namespace LowCodeErp.Data.Schema;

/// <summary>A value that the changed field cannot hold. It stays in the kept column.</summary>
/// <param name="Record">What people call the record.</param>
internal sealed record LeftBehindValue(long Id, string Record, string Value, LocalizedText Reason);
