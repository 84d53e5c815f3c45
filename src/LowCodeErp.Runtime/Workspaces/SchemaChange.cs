namespace LowCodeErp.Runtime.Workspaces;

/// <summary>One difference between the tables before and after a publication.</summary>
/// <param name="Form">Key of the form, the form of a sub-table's lines included.</param>
/// <param name="Field">Null when the form as a whole was added or removed.</param>
public sealed record SchemaChange(SchemaChangeKind Kind, string Form, string? Field = null);
