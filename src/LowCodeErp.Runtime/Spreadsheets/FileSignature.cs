namespace LowCodeErp.Runtime.Spreadsheets;

/// <summary>What the first bytes of a file say that it is.</summary>
internal enum FileSignature
{
    Empty,

    /// <summary>An .xlsx, or another kind of packed file.</summary>
    Zip,

    /// <summary>An .xls, or an .xlsx with a password.</summary>
    CompoundDocument,

    /// <summary>Text, as far as the first bytes can tell.</summary>
    Other,
}
