namespace LowCodeErp.Runtime.Scripting;

/// <summary>A worker that ended, or wrote what no worker of ours writes. The pool turns it into a diagnostic.</summary>
internal sealed class WorkerFailedException(string message, Exception? reason = null) : Exception(message, reason);
