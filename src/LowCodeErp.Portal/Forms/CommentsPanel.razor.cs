using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Comments;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Records;
using LowCodeErp.Runtime.Workspaces;
using LowCodeErp.UI.Extending;
using LowCodeErp.UI.Extending.Files;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Radzen;

namespace LowCodeErp.Portal.Forms;

/// <summary>What members say about the record on the page.</summary>
public sealed partial class CommentsPanel : IDisposable
{
    private const int ShortLength = 20;

    private readonly Leaving _leaving = new();
    private IReadOnlyList<RecordComment>? _comments;
    private readonly List<StoredFile> _files = [];
    private Actor? _actor;
    private Diagnostic? _problem;
    private string _text = "";
    private string _editedText = "";
    private string? _focus;
    private long? _edited;
    private bool _isBusy;

    [Parameter]
    [EditorRequired]
    public FormModel Form { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public long RecordId { get; set; }

    [Inject]
    public required IRecordComments Comments { get; set; }

    [Inject]
    public required ICurrentActor Viewer { get; set; }

    [Inject]
    public required IWorkspace Workspace { get; set; }

    [Inject]
    public required DialogService Dialogs { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    /// <summary>Nobody says anything in the name of a member as whom he only sees the record.</summary>
    private bool MayWrite => _actor is { SeenBy: null };

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _actor = await Viewer.GetAsync();
        try
        {
            await ReadAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left; nobody waits for the comments any more.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } target)
        {
            _focus = null;
            await Script.InvokeVoidAsync("lowcode.focus", target);
        }
    }

    private async Task ReadAsync()
        => _comments = await Task.Run(() => Comments.ReadAsync(Form, RecordId, _actor!, _leaving.Token), _leaving.Token);

    private async Task AddAsync()
    {
        if (await WriteAsync(() => Comments.AddAsync(Form, RecordId, _text, [.. _files.Select(file => file.Id)], _actor!)))
        {
            _files.Clear();
            (_text, _focus) = ("", "new-comment");
        }
    }

    private void Edit(RecordComment comment) => (_edited, _editedText, _focus) = (comment.Id, comment.Text, "edited-comment");

    private async Task ChangeAsync(RecordComment comment)
    {
        if (await WriteAsync(() => Comments.ChangeAsync(comment.Id, _editedText, _actor!)))
        {
            (_edited, _focus) = (null, "new-comment");
        }
    }

    private async Task DeleteAsync(RecordComment comment)
    {
        var options = new ConfirmOptions { OkButtonText = Text["Delete"], CancelButtonText = Text["Cancel"] };
        if (await Dialogs.Confirm(Text["DeleteQuestion", Shorten(comment.Text)], Text["DeleteTitle"], options) == true
            && await WriteAsync(() => Comments.DeleteAsync(comment.Id, _actor!)))
        {
            _focus = "new-comment";
        }
    }

    /// <returns>Whether it was written.</returns>
    private async Task<bool> WriteAsync(Func<Task<Diagnostic?>> write)
    {
        _isBusy = true;
        _problem = await Task.Run(write);
        await ReadAsync();
        _isBusy = false;
        return _problem is null;
    }

    private Dictionary<string, object> UploadAttributes => new() { ["aria-label"] = Text["AddFiles"].Value, ["aria-describedby"] = "comment-problem" };

    private void RemoveFile(long id) => _files.RemoveAll(file => file.Id == id);

    private static IReadOnlyList<ShownFile> Show(IEnumerable<StoredFile> files) => [.. files.Select(file => new ShownFile(file.Id, file.Name, file.Size, IsRemoved: false))];

    private static string Shorten(string text) => text.Length <= ShortLength ? text : text[..ShortLength] + "…";
}
