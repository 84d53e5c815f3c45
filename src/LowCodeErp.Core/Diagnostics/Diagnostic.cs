using LowCodeErp.Core.Naming;

namespace LowCodeErp.Core.Diagnostics;

public enum Severity
{
    Warning,
    Error,
}

/// <summary>
/// A mistake of an author or user, as data: what is wrong, where, and what to do about it.
/// </summary>
/// <param name="Code">Permanent, for tests and for looking it up: <c>field.number.too-small</c>.</param>
/// <param name="Severity">An error stops what was asked for; a warning does not.</param>
/// <param name="Path">The place, in the words of what was read: <c>fields[2].settings.minimum</c>, <c>order-date</c>; blank means the whole.</param>
/// <param name="Message">A full sentence for the person who can mend it, naming the remedy where it is not obvious.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Path, LocalizedText Message)
{
    public override string ToString() => Path.Length == 0 ? Message.ToString() : $"{Path}: {Message}";
}
