namespace LowCodeErp.Runtime.Files;

/// <summary>Where a file is held.</summary>
/// <param name="Form">Key of the record's form, which may be the lines of a sub-table.</param>
/// <param name="Field">Key of the field.</param>
public readonly record struct FileHolder(string Form, long RecordId, string Field);
