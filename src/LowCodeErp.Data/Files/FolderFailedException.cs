namespace LowCodeErp.Data.Files;

/// <summary>The folder of files took nothing: it is full, protected or gone. Told apart from a source that breaks off, whose failure looks the same.</summary>
internal sealed class FolderFailedException(Exception reason) : Exception(reason.Message, reason);
