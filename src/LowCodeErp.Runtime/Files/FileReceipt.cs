using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Files;

/// <summary>What became of an offer: the file, or why it was not taken.</summary>
public sealed record FileReceipt(StoredFile? File, Diagnostic? Problem);
