using LowCodeErp.Runtime.Records;

namespace LowCodeErp.UI.Extending;

/// <summary>Who sits at this page. Components ask for it with every read, because rights may change while a page is open.</summary>
public interface ICurrentActor
{
    ValueTask<Actor> GetAsync();
}
