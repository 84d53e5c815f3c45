using LowCodeErp.Runtime.Importing;

namespace LowCodeErp.Studio.Sheets;

/// <summary>A file whose rows are imported once the form that was made from it is published.</summary>
public sealed record WaitingSheet
{
    public required string Form { get; init; }

    /// <summary>The pending file, which only its sender sees.</summary>
    public required long File { get; init; }

    /// <summary>As its sender calls it.</summary>
    public required string Name { get; init; }

    public required ImportMapping Mapping { get; init; }
}
