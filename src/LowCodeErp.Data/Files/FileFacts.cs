using System.Linq.Expressions;
using LowCodeErp.Data.Platform;
using LowCodeErp.Runtime.Files;

namespace LowCodeErp.Data.Files;

/// <summary>A file whose contents are there, without these.</summary>
internal sealed record FileFacts(
    long Id, string Name, string ContentType, long Size, string Hash, string Content, bool IsOnDisk, int? Width, int? Height,
    DateTime CreatedAt, long? CreatedBy, string? Form, long? RecordId, string? Field, bool IsReleased)
{
    public static readonly Expression<Func<KeptFile, FileFacts>> Of = file => new(
        file.Id, file.Name, file.ContentType, file.Size, file.Hash!, file.Content!, file.IsOnDisk, file.Width, file.Height,
        file.CreatedAt, file.CreatedBy, file.Form, file.RecordId, file.Field, file.RecordId != null && file.ExpiresAt != null);

    public StoredFile ToFile() => new(Id, Name, ContentType, Size, Width is { } width && Height is { } height ? new ImageSize(width, height) : null);

    public FileState ToState() => new(ToFile(), CreatedBy, RecordId is { } record ? new FileHolder(Form!, record, Field ?? "") : null);
}
