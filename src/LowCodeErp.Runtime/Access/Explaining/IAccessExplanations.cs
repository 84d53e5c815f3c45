using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Access.Explaining;

/// <summary>Answers why somebody may do something, or may not.</summary>
public interface IAccessExplanations
{
    /// <param name="actor">Who asks: about himself everybody, about others who administers the form's app.</param>
    Task<AccessReply> ExplainAsync(AccessQuestion question, Actor actor, CancellationToken cancellationToken = default);
}
