using System.Globalization;

namespace LowCodeErp.Runtime.Files;

/// <summary>Numbers of bytes as people read them: <c>512 B</c>, <c>3.4 KB</c>, <c>20 MB</c>.</summary>
public static class FileSize
{
    public const long Megabyte = 1024 * 1024;

    private static readonly string[] Units = ["B", "KB", "MB", "GB"];

    public static string Format(long bytes)
    {
        var (size, unit) = ((decimal)bytes, 0);
        while (size >= 1024 && unit < Units.Length - 1)
        {
            (size, unit) = (size / 1024, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(unit == 0 || size >= 100 ? Math.Round(size) : Math.Round(size, 1)):0.#} {Units[unit]}");
    }
}
