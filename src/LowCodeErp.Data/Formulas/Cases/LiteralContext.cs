using System.Data.Common;
using LowCodeErp.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Formulas.Cases;

/// <summary>One row of values that came out of a formula, with columns of each type; see <see cref="LiteralRow"/>.</summary>
internal sealed class LiteralContext(DbContextOptions<LiteralContext> options) : DbContext(options)
{
    public const string Table = "literals";

    public const int ColumnsOfAType = 400;

    public static readonly IReadOnlyList<(Type Type, string Prefix)> Columns =
        [(typeof(decimal?), "n"), (typeof(string), "t"), (typeof(DateOnly?), "d"), (typeof(long?), "i"), (typeof(DateTime?), "m"), (typeof(bool?), "b")];

    public static LiteralContext On(DbConnection connection, WorkspaceConnections connections)
    {
        var options = new DbContextOptionsBuilder<LiteralContext>();
        connections.Configure(options, connection);
        return new(options.Options);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.SharedTypeEntity<Row>(Table, entity =>
        {
            entity.HasNoKey();
            foreach (var (type, prefix) in Columns)
            {
                for (var index = 0; index < ColumnsOfAType; index++)
                {
                    var property = entity.IndexerProperty(type, prefix + index);
                    if (type == typeof(decimal?) && Database.IsSqlServer())
                    {
                        property.HasPrecision(38, 18);
                    }
                }
            }
        });
}
