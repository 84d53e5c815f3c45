namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

/// <summary>What a cell's number format makes of a number.</summary>
internal enum NumberFormat
{
    Number,
    Date,

    /// <summary>A length of time: [h]:mm.</summary>
    Elapsed,
}
