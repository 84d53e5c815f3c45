using LowCodeErp.Runtime.Designs;
using LowCodeErp.Runtime.Drafts;

namespace LowCodeErp.Studio.Shell;

/// <summary>The place of a member's draft of an app.</summary>
internal sealed class DesignDraftSlot(IDesignDraftStore store, long memberId, string app) : IDraftSlot
{
    public Task KeepAsync(string content) => store.KeepAsync(memberId, app, content);

    public Task DropAsync() => store.DropAsync(memberId, app);

    public override string ToString() => $"of member {memberId} of app {app}";
}
