using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Access;

/// <summary>What members may do. The one source that every read and every write asks.</summary>
public interface IAccess
{
    /// <summary>As it is now; changes of another node are known within two seconds.</summary>
    ValueTask<MemberAccess> OfAsync(Actor actor, CancellationToken cancellationToken = default);
}
