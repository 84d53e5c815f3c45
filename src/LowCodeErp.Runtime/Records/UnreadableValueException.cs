using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Records;

/// <summary>A stored value cannot be decrypted, or there is no key to encrypt one with. The save pipeline refuses the save with the reason.</summary>
public sealed class UnreadableValueException(Diagnostic reason) : Exception(reason.ToString())
{
    public Diagnostic Reason { get; } = reason;
}
