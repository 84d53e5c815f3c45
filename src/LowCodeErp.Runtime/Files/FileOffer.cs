namespace LowCodeErp.Runtime.Files;

/// <summary>A file that somebody sends.</summary>
/// <param name="Name">As it came, folders and all.</param>
/// <param name="Size">As the sender says.</param>
/// <param name="Content">Read once, from its beginning.</param>
/// <param name="Thumbnail">The picture made small by the sender; blank where there is none. It is shown in its place in lists, and checked like it.</param>
public sealed record FileOffer(string Name, long Size, Stream Content, ReadOnlyMemory<byte> Thumbnail = default);
