using LowCodeErp.Runtime.Files;
using LowCodeErp.Web.Identity;
using Microsoft.Net.Http.Headers;

namespace LowCodeErp.Web.Api;

/// <summary>
/// A file that the viewer may read: <c>GET /files/17/offer.pdf</c>. The name is for the browser alone; who may not read the file, or asks for one
/// that does not exist, learns the same. <c>?small</c> is the small picture of lists, <c>?save</c> saves what would be shown.
/// </summary>
internal static class FileEndpoint
{
    /// <summary>Nothing in a file runs or loads anything, should a browser ever take it for a page.</summary>
    private const string Sandbox = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox; frame-ancestors 'none'";

    /// <summary>Browsers show no PDF in a sandbox; their viewer is one, and takes nothing from the page's origin.</summary>
    private const string PdfPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

    public static void MapFiles(this IEndpointRouteBuilder routes)
        => routes.MapMethods("/files/{id:long}/{name?}", [HttpMethods.Get, HttpMethods.Head], ReadAsync).RequireAuthorization();

    private static async Task<IResult> ReadAsync(HttpContext context, long id, IFileStore files, CancellationToken cancellationToken)
    {
        var actor = MemberActor.Of(context);
        var isSmall = context.Request.Query.ContainsKey("small");
        if (await (isSmall ? files.OpenThumbnailAsync(id, actor, cancellationToken) : files.OpenAsync(id, actor, cancellationToken)) is not { } opened)
        {
            return Results.NotFound();
        }

        Describe(context.Response, opened.File, isSaved: context.Request.Query.ContainsKey("save"));
        return Results.File(
            opened.Content, opened.File.ContentType, lastModified: opened.CreatedAt, entityTag: new EntityTagHeaderValue($"\"{opened.Hash}\""), enableRangeProcessing: true);
    }

    private static void Describe(HttpResponse response, StoredFile file, bool isSaved)
    {
        var format = FileFormats.OfName(file.Name);
        var isShown = !isSaved && (format is { IsShownAsImage: true } || format == FileFormats.Pdf);
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = isShown && format == FileFormats.Pdf ? PdfPolicy : Sandbox;
        // Kept by the browser, asked about every time: a right may end.
        response.Headers.CacheControl = "private, no-cache";
    }
}
