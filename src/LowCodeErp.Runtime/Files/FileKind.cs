namespace LowCodeErp.Runtime.Files;

/// <summary>What files are to whoever sends them; a field may take some kinds only.</summary>
public enum FileKind
{
    Image,
    Pdf,
    Document,
    Spreadsheet,
    Presentation,
    Text,
    Archive,
    Audio,
    Video,

    /// <summary>Whatever else it is, programs and pages excepted: nobody may leave those here.</summary>
    Other,
}
