using System.Globalization;
using LowCodeErp.Data.Model;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Schema;

/// <summary>The end of an ordered statement that wants its first rows only.</summary>
internal static class RowLimit
{
    public static string Of(WorkspaceContext services, int rows)
    {
        var count = rows.ToString(CultureInfo.InvariantCulture);
        return services.Database.IsSqlite() ? $"LIMIT {count}" : $"OFFSET 0 ROWS FETCH NEXT {count} ROWS ONLY";
    }
}
