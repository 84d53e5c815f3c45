using LowCodeErp.Data.Model;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Tiering;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Tiering;

/// <summary>The metrics of all records of a tier model's form, as one statement and so from one state of the data.</summary>
internal sealed class MetricsQuery(WorkspaceContext context, TierModel model, TierWindow window)
{
    public IQueryable<SubjectRow> Build()
    {
        var alive = context.Rows(model.Form.Key).Where(row => EF.Property<DateTime?>(row, SystemColumns.DeletedAt) == null);
        return SubjectName.Of(model.Form, alive).LeftJoin(AddUp(), name => name.Id, totals => totals.Subject, (name, totals) => new SubjectRow
        {
            Name = name,
            Orders = totals!.Orders,
            First = totals.First,
            Last = totals.Last,
            Total = totals.Total,
        });
    }

    private IQueryable<SubjectTotals> AddUp()
        => FindOrders().GroupBy(order => order.Subject).Select(orders => new SubjectTotals
        {
            Subject = orders.Key,
            Orders = orders.Count(),
            First = orders.Min(order => order.Date),
            Last = orders.Max(order => order.Date),
            Total = orders.Sum(order => order.Amount - order.Deduction),
        });

    /// <summary>An order whose whole amount is deducted was returned, and counts neither in amount nor in number.</summary>
    private IQueryable<AmountRow> FindOrders()
    {
        var orders = model.Source.Order is null ? FilterRows() : GroupByOrder(FilterRows());
        return model.Source.Deduction is null ? orders : orders.Where(order => order.Deduction <= 0 || order.Deduction < order.Amount);
    }

    private static IQueryable<AmountRow> GroupByOrder(IQueryable<AmountRow> rows)
        => rows.GroupBy(row => new { row.Subject, row.Order }).Select(order => new AmountRow
        {
            Subject = order.Key.Subject,
            Order = order.Key.Order,
            Date = order.Max(row => row.Date),
            Amount = order.Sum(row => row.Amount),
            Deduction = order.Sum(row => row.Deduction),
            Status = null,
        });

    private IQueryable<AmountRow> FilterRows()
    {
        var (from, to) = (window.From ?? DateOnly.MinValue, window.To);
        var rows = new AmountRowsQuery(context, model.Source).Build().Where(row => row.Subject != null && row.Date >= from && row.Date <= to);
        var excluded = model.Source.ExcludedStatuses;
        return model.Source.Status is null ? rows : rows.Where(row => row.Status == null || !excluded.Contains(row.Status));
    }
}
