namespace LowCodeErp.Runtime.Auditing;

/// <summary>
/// Where it is written down what happened (R114). What cannot be written down does not happen: call it before the effect, or in its transaction, and let
/// its exceptions through. Who holds a write transaction of the database calls the implementation with it; others have one of their own.
/// </summary>
/// <example>
/// <code>
/// await audit.WriteAsync(new(AuditKind.Print, actor) { Form = form.Key, RecordId = id }, cancellationToken);
/// </code>
/// </example>
public interface IAuditLog
{
    Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken = default);
}
