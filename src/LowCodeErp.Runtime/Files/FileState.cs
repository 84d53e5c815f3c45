namespace LowCodeErp.Runtime.Files;

/// <summary>A file as a save finds it.</summary>
/// <param name="Owner">The member who sent it; null for the system.</param>
/// <param name="Holder">Null while it is pending. A field that it was removed from still counts for a day, so that the removal can be taken back.</param>
public sealed record FileState(StoredFile File, long? Owner, FileHolder? Holder);
