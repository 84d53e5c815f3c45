namespace LowCodeErp.Data.Bulk;

/// <summary>The .NET type of a column's values; <c>null</c> is allowed in each.</summary>
internal enum BulkType
{
    Long,
    Integer,
    Text,
    Decimal,
    Boolean,
    Date,

    /// <summary>In UTC.</summary>
    DateTime,
}
