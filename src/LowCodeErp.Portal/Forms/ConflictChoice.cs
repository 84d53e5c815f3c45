namespace LowCodeErp.Portal.Forms;

/// <summary>What becomes of a record that two people changed.</summary>
public enum ConflictChoice
{
    /// <summary>Nothing yet: the page stays as it is.</summary>
    KeepEditing,

    /// <summary>One's own changes are given up.</summary>
    TakeTheirs,

    /// <summary>One's own changes are stored on top, see <see cref="MergedInput"/>.</summary>
    KeepMine,
}
