namespace LowCodeErp.Web.Commands;

/// <summary>Writes a file completely or not at all: a broken run leaves the file of the run before.</summary>
internal static class WholeFile
{
    /// <summary>Null, with the reason on the console, when the file cannot be written there.</summary>
    public static async Task<T?> WriteAsync<T>(string file, Func<Stream, Task<T>> write, CancellationToken cancellationToken) where T : struct
    {
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            ReportUnwritable(file);
            return null;
        }

        var partial = file + ".partial";
        try
        {
            T result;
            await using (var output = new FileStream(partial, FileMode.Create, FileAccess.Write))
            {
                result = await write(output);
                await output.FlushAsync(cancellationToken);
            }

            File.Move(partial, file, overwrite: true);
            return result;
        }
        catch (UnauthorizedAccessException)
        {
            // The operator's choice of file, not a fault of ours.
            ReportUnwritable(file);
            return null;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void ReportUnwritable(string file)
        => CommandSession.Error(new($"不能写入“{file}”，请检查文件夹与权限。", $"\"{file}\" cannot be written; check the folder and your rights."));
}
