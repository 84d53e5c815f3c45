namespace LowCodeErp.Runtime.Files;

/// <summary>A file to be read.</summary>
/// <param name="Hash">SHA-256 of the contents, in hexadecimal; the same as long as they are.</param>
/// <param name="Content">Can be read from any place. The reader disposes of it.</param>
public sealed record OpenedFile(StoredFile File, string Hash, DateTime CreatedAt, Stream Content);
