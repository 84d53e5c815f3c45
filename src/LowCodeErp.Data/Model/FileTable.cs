namespace LowCodeErp.Data.Model;

/// <summary>The columns of the platform's table of files that records show.</summary>
internal static class FileTable
{
    public const string Name = "sys_file";

    public const string Id = "id";

    /// <summary>What the file is called.</summary>
    public const string FileName = "name";
}
