using System.Security.Claims;
using LowCodeErp.Portal.Navigation;

namespace LowCodeErp.Browser.Tests.Hosting;

/// <summary>A menu as an installed app would give it.</summary>
internal sealed class SampleMenu : IMenuSource
{
    public int Order => 0;

    public ValueTask<IReadOnlyList<MenuApp>> GetAppsAsync(ClaimsPrincipal viewer, CancellationToken cancellationToken)
        => ValueTask.FromResult<IReadOnlyList<MenuApp>>(
        [
            new("customers", "客户分级", "groups",
            [
                new("客户", "contacts", "sample/customers"),
                new("分级结果", "stacked_bar_chart", "sample/tiers"),
                new("跟进记录", "forum", "sample/follow-ups"),
            ]),
            new("orders", "订单到回款", "receipt_long",
            [
                new("销售订单", "shopping_cart", "sample/orders"),
                new("应收账款与逾期核销明细台账", "payments", "sample/receivables"),
            ]),
            new("empty", "没有权限的应用", "lock", []),
        ]);
}
