using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records;

/// <summary>
/// Another writer stored the same value of a unique field between our check and our write. The save pipeline turns it into
/// the same message as its own check.
/// </summary>
public sealed class DuplicateValueException(FieldModel field, Exception innerException)
    : Exception($"Another record already has this value of {field}.", innerException)
{
    public FieldModel Field { get; } = field;
}
