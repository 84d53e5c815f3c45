using LowCodeErp.Browser.Tests.Hosting;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Browser.Tests.Layout;

/// <summary>The app of <c>tests/data/apps/layout</c>: an account whose page has tabs, a folded section and a list of its visits.</summary>
public sealed class LayoutWorkspace() : AppWorkspace("data", "apps", "layout")
{
    /// <returns>The id.</returns>
    public Task<long> AddAccountAsync(string name) => AddAsync("account", new() { Values = Values(("name", name), ("tax-no", "91330100")) });

    /// <param name="guest">Another account that came along.</param>
    public Task<long> AddVisitAsync(string subject, long account, long? guest = null)
    {
        var values = Values(("subject", subject), ("cost", "120.5"));
        values["account"] = InputValue.Of((decimal)account);
        values["guests"] = guest is { } came ? InputValue.Of([InputValue.Of((decimal)came)]) : InputValue.Blank;
        return AddAsync("visit", new() { Values = values });
    }
}
