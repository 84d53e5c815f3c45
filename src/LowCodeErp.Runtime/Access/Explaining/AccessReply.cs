using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Access.Explaining;

/// <summary>The answer to a question about rights, or why there is none.</summary>
public abstract record AccessReply
{
    private AccessReply()
    {
    }

    public sealed record Told(AccessExplanation Explanation) : AccessReply;

    public sealed record Refused(Diagnostic Problem) : AccessReply;
}
