namespace LowCodeErp.Metadata.Flows.Tasks;

/// <summary>What whoever holds a task may do with a field (rule 43).</summary>
public enum FieldRight
{
    Read,
    Edit,
    Hide,
}
