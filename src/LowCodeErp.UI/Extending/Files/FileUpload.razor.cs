using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Files;
using LowCodeErp.UI.Controls.ProgressPanel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace LowCodeErp.UI.Extending.Files;

/// <summary>Takes files one after the other, shows how far each is, and tells what has come and what was refused.</summary>
public sealed partial class FileUpload : IDisposable
{
    private const int MostAtOnce = 50;

    private readonly Leaving _leaving = new();
    private CancellationTokenSource? _cancelling;
    private IBrowserFile? _sending;
    private long _received;
    private string? _status;
    private bool _regainsFocus;

    [Parameter, EditorRequired]
    public FileRule Rule { get; set; } = null!;

    [Parameter, EditorRequired]
    public string InputId { get; set; } = "";

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Whether it stands in a cell of a sub-table.</summary>
    [Parameter]
    public bool Compact { get; set; }

    /// <summary>Whether one file at a time can be chosen.</summary>
    [Parameter]
    public bool IsSingle { get; set; }

    /// <summary>Whether a picture in the clipboard is taken while the input has the focus.</summary>
    [Parameter]
    public bool TakesPaste { get; set; }

    /// <summary>Whether a phone's camera is offered.</summary>
    [Parameter]
    public bool TakesPhotos { get; set; }

    [Parameter]
    public IReadOnlyDictionary<string, object>? InputAttributes { get; set; }

    /// <summary>For each file, as soon as it is there.</summary>
    [Parameter]
    public EventCallback<StoredFile> Uploaded { get; set; }

    /// <summary>Once, after the last.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<Diagnostic>> Refused { get; set; }

    /// <summary>Of the record that waits for the files; null where nothing does.</summary>
    [CascadingParameter]
    public PendingUploads? Pending { get; set; }

    [Inject]
    public required IFileStore Files { get; set; }

    [Inject]
    public required ICurrentActor Actor { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    private bool IsOff => Disabled || _sending is not null;

    private string Icon => Rule.OnlyImages ? "add_photo_alternate" : "attach_file";

    private string Invitation => Texts[Rule.OnlyImages ? "ChooseImages" : "Choose"];

    private string Limits => Texts["Limits", Rule.OnlyImages ? "PNG、JPEG、GIF、WebP" : KindNames, FileSize.Format(Rule.MaximumBytes)];

    private string KindNames => Rule.Kinds.Count == 0 ? Texts["AnyKind"] : string.Join(Texts["Separator"], Rule.Kinds.Select(kind => FileDiagnostics.NameOf(kind)));

    /// <summary>What the browser's chooser shows at first; what is refused is said all the same.</summary>
    private string? Accept => Rule.OnlyImages ? "image/png,image/jpeg,image/gif,image/webp"
        : Rule.Kinds.Count == 0 || Rule.Kinds.Contains(FileKind.Other) ? null
        : string.Join(',', FileFormats.All.Where(format => Rule.Kinds.Contains(format.Kind)).SelectMany(format => format.Extensions));

    /// <summary>A file input has no role that could be required; the label says it.</summary>
    private IEnumerable<KeyValuePair<string, object>>? Attributes => InputAttributes?.Where(attribute => attribute.Key != "aria-required").ToDictionary();

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_regainsFocus && _sending is null)
        {
            _regainsFocus = false;
            await Script.InvokeVoidAsync("lowcodeFiles.regainFocus", InputId);
        }
    }

    private async Task TakeAsync(InputFileChangeEventArgs change)
    {
        if (IsOff || change.FileCount == 0)
        {
            return;
        }

        var upload = new TaskCompletionSource<bool>();
        Pending?.Add(upload.Task);
        var hasCome = false;
        try
        {
            hasCome = await TakeAllAsync(change);
        }
        finally
        {
            upload.SetResult(hasCome);
        }
    }

    /// <returns>Whether every file came.</returns>
    private async Task<bool> TakeAllAsync(InputFileChangeEventArgs change)
    {
        var problems = new List<Diagnostic>();
        var isCancelled = false;
        if (change.FileCount > MostAtOnce)
        {
            problems.Add(FileDiagnostics.TooManyAtOnce(change.FileCount, MostAtOnce));
        }
        else
        {
            isCancelled = !await SendAllAsync(change.GetMultipleFiles(MostAtOnce), problems);
        }

        if (problems.Count > 0 && !_leaving.IsCancellationRequested)
        {
            await Refused.InvokeAsync(problems);
        }

        return problems.Count == 0 && !isCancelled;
    }

    /// <returns>False when it was cancelled.</returns>
    private async Task<bool> SendAllAsync(IReadOnlyList<IBrowserFile> files, List<Diagnostic> problems)
    {
        using var cancelling = _cancelling = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        try
        {
            var actor = await Actor.GetAsync();
            foreach (var file in files)
            {
                (_sending, _received, _status) = (file, 0, null);
                StateHasChanged();
                var received = new ThrottledProgress<long>(Show, Clock);
                var receipt = await BrowserFiles.SendAsync(file, Rule, Files, actor, received, cancelling.Token);
                problems.AddRange(receipt.Problem is { } problem ? [problem] : []);
                await (receipt.File is { } stored ? TellAsync(stored) : Task.CompletedTask);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            // Whoever sent it has thought better of it, or is gone; what came before stays.
            _status = Texts["Cancelled"];
            return false;
        }
        finally
        {
            (_sending, _cancelling, _regainsFocus) = (null, null, true);
        }
    }

    private Task TellAsync(StoredFile file)
    {
        _status = Texts["Sent", file.Name];
        return Uploaded.InvokeAsync(file);
    }

    private void Cancel() => _cancelling?.Cancel();

    private void Show(long received) => _ = InvokeAsync(() =>
    {
        _received = received;
        StateHasChanged();
    });
}
