using LowCodeErp.Metadata.Settings;
using LowCodeErp.Runtime.Files;

namespace LowCodeErp.BuiltIns.Fields.Attachment;

public sealed record AttachmentSettings
{
    /// <summary>The most files; null for no limit of one's own.</summary>
    public int? Maximum { get; init; }

    /// <summary>The largest size of a file.</summary>
    [Group(SettingsGroup.Advanced)]
    public int MaximumMegabytes { get; init; } = FileRule.DefaultMegabytes;

    /// <summary>The kinds that are taken; none for all. Programs and web pages are never taken.</summary>
    public IReadOnlyList<FileKind> Kinds { get; init; } = [];
}
