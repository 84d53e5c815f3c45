namespace LowCodeErp.Data.Encryption;

/// <summary>Where a sealed text belongs: it is opened nowhere else, so that nobody can move it to another field or record.</summary>
/// <param name="Form">Key of a form, or what else keeps sealed texts.</param>
/// <param name="Field">Key of a field of it.</param>
/// <param name="Record">Id of the record, line or member.</param>
public readonly record struct SealedPlace(string Form, string Field, long Record);
