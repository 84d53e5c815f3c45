using LowCodeErp.Metadata.Views;

namespace LowCodeErp.Runtime.Views;

/// <summary>Keeps the views that members have made for themselves.</summary>
public interface IPersonalViewStore
{
    /// <summary>Blank ones when the member has made none for the form.</summary>
    Task<PersonalViewsDefinition> FindAsync(long memberId, string form, CancellationToken cancellationToken = default);

    /// <summary>Reads and writes in one transaction, so that two windows of a member lose nothing to each other.</summary>
    Task ChangeAsync(long memberId, string form, Func<PersonalViewsDefinition, PersonalViewsDefinition> change, CancellationToken cancellationToken = default);
}
