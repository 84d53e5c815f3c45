namespace LowCodeErp.Runtime.Workspaces;

public enum SchemaChangeKind
{
    Added,

    /// <summary>The column or table is kept under another name; nothing is lost.</summary>
    Removed,

    /// <summary>Holds more or fewer characters or digits than before, or became unique or not.</summary>
    Altered,
}
