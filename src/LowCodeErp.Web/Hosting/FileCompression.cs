namespace LowCodeErp.Web.Hosting;

/// <summary>
/// Our own files are compressed when the program is built. The SDK leaves out those of packages under their fingerprinted
/// address, Radzen's 800 kB stylesheets among them, so they are compressed when sent; a browser asks for each once.
/// </summary>
internal static class FileCompression
{
    /// <summary>Files only: compressing pages over HTTPS would let an observer guess the secrets in them.</summary>
    public static IServiceCollection AddFileCompression(this IServiceCollection services)
        => services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/css", "text/javascript"];
        });
}
