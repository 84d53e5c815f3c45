namespace LowCodeErp.Runtime.Flows;

/// <summary>
/// What a command was reckoned from is not what is stored any more. It is done again from the beginning, on a new transaction; people only hear of it when
/// that does not help.
/// </summary>
public sealed class FlowConflictException : Exception
{
    public FlowConflictException()
    {
    }

    public FlowConflictException(string message) : base(message)
    {
    }

    public FlowConflictException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
