namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>What whoever holds a task may do with a field (rule 43).</summary>
public enum FieldRight
{
    Read,
    Edit,

    /// <summary>As <see cref="Edit"/>; and whoever approves or completes must not leave it blank (rule 44).</summary>
    Require,
    Hide,
}
