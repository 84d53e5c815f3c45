using LowCodeErp.Runtime.Records;
using LowCodeErp.UI.Extending;

namespace LowCodeErp.Portal.Records;

/// <summary>The viewer while he works at a task of a flow.</summary>
internal sealed class TaskHolder(ICurrentActor viewer, HeldTask task) : ICurrentActor
{
    public async ValueTask<Actor> GetAsync() => await viewer.GetAsync() with { Task = task };
}
