namespace LowCodeErp.Runtime.Forms;

/// <summary>The columns that every form's table has besides its fields. Field keys may not take these names.</summary>
public static class SystemColumns
{
    public const string Id = "id";

    /// <summary>Counts changes; the concurrency token.</summary>
    public const string Version = "version";

    public const string CreatedAt = "created_at";

    public const string CreatedBy = "created_by";

    public const string UpdatedAt = "updated_at";

    public const string UpdatedBy = "updated_by";

    /// <summary>When the record went into the trash; null while it is alive.</summary>
    public const string DeletedAt = "deleted_at";

    /// <summary>The place of a line among its record's lines; only in tables of sub-tables.</summary>
    public const string Position = "position";

    public static IReadOnlyList<string> All { get; } = [Id, Version, CreatedAt, CreatedBy, UpdatedAt, UpdatedBy, DeletedAt, Position];
}
