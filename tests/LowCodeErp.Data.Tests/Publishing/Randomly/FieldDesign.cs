namespace LowCodeErp.Data.Tests.Publishing.Randomly;

/// <summary>How a field of the form is published.</summary>
internal sealed record FieldDesign(string Type, string Label, bool IsRequired = false, bool IsUnique = false);
