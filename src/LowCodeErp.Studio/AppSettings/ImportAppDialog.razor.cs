using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Portal.Importing;
using LowCodeErp.Runtime.Templates;
using LowCodeErp.Studio.Editing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace LowCodeErp.Studio.AppSettings;

/// <summary>Takes an app as a zip file, says what it holds and changes, and hands it on when the person agrees.</summary>
public sealed partial class ImportAppDialog
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private ImportedApp? _imported;
    private IReadOnlyList<Diagnostic> _problems = [];

    /// <summary>Reads the file and compares it with what there is.</summary>
    [Parameter, EditorRequired]
    public Func<Stream, Task<ImportedApp>> Read { get; set; } = null!;

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<AppDocument> OnImported { get; set; }

    /// <summary>Whoever edited the files by hand looks for the file, its line and its column.</summary>
    private static LocalizedText InItsFile(Diagnostic problem)
        => problem.Path.Length == 0 ? problem.Message : new($"{problem.Path}：{problem.Message.Chinese}", $"{problem.Path}: {problem.Message.In(English)}");

    private async Task ReceiveAsync(IBrowserFile file)
    {
        (_imported, _problems) = (null, []);
        if (file.Size > AppArchive.MaximumBytes)
        {
            _problems = [TemplateDiagnostics.ArchiveTooLarge(AppArchive.MaximumBytes)];
            return;
        }

        try
        {
            using var content = new MemoryStream();
            await using (var stream = file.OpenReadStream(AppArchive.MaximumBytes))
            {
                await stream.CopyToAsync(content);
            }

            content.Position = 0;
            _imported = await Task.Run(() => Read(content));
            _problems = _imported.Diagnostics;
        }
        catch (IOException)
        {
            // The browser went offline or the file was moved away while it was being sent.
            _problems = [ImportDialogDiagnostics.UploadBroken()];
        }
    }
}
