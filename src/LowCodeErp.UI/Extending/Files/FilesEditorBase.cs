using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Files;
using LowCodeErp.Runtime.Forms;
using Microsoft.AspNetCore.Components;

namespace LowCodeErp.UI.Extending.Files;

/// <summary>
/// What the editor of a field of files derives from. What is refused marks the field and leaves everything else as it is; what is removed can be
/// put back until the record is saved.
/// </summary>
public abstract class FilesEditorBase<TSettings> : ListEditorBase<TSettings> where TSettings : class
{
    private readonly Dictionary<long, StoredFile?> _known = [];
    private readonly List<(long Id, int Place)> _removed = [];
    private RecordDraft? _shown;

    [Inject]
    public required IFileStore Store { get; set; }

    [Inject]
    public required ICurrentActor Actor { get; set; }

    protected FileRule Rule => Field.FileRule!;

    protected IReadOnlyList<long> Ids => [.. Items.Select(item => item.Content).OfType<decimal>().Select(id => (long)id)];

    /// <summary>In their order, those that were removed where they stood.</summary>
    protected IReadOnlyList<ShownFile> Shown
    {
        get
        {
            var files = Ids.Select(id => Show(id, isRemoved: false)).ToList();
            foreach (var (id, place) in _removed.AsEnumerable().Reverse())
            {
                files.Insert(Math.Min(place, files.Count), Show(id, isRemoved: true));
            }

            return files;
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Draft)
        {
            // Saved or opened anew: there is nothing to take back any more.
            _shown = Draft;
            _removed.Clear();
        }

        var unknown = Ids.Where(id => !_known.ContainsKey(id)).ToList();
        if (unknown.Count > 0)
        {
            unknown.ForEach(id => _known[id] = null);
            var actor = await Actor.GetAsync();
            foreach (var (id, file) in await Task.Run(() => Store.FindAsync(unknown, actor)))
            {
                _known[id] = file;
            }
        }
    }

    protected Task TakeAsync(StoredFile file)
    {
        Know(file);
        return AddAsync(InputValue.Of((decimal)file.Id));
    }

    /// <summary>In the place of whatever is there, which can be put back.</summary>
    protected Task ReplaceAsync(StoredFile file)
    {
        Know(file);
        return SetAsync(InputValue.Of([InputValue.Of((decimal)file.Id)]), null);
    }

    protected Task RefuseAsync(IReadOnlyList<Diagnostic> problems)
    {
        var standing = Draft.DiagnosticsOf(Field).Where(problem => !problem.Code.StartsWith(FileDiagnostics.Prefix, StringComparison.Ordinal)).ToList();
        Draft.Set(Field, Input, null, [.. standing, .. problems.Select(problem => problem with { Path = Field.Key })]);
        return Changed.InvokeAsync();
    }

    protected Task RemoveFileAsync(long id)
    {
        var place = Ids.ToList().IndexOf(id);
        _removed.Insert(0, (id, place));
        return RemoveAsync(place);
    }

    protected Task RestoreFileAsync(long id)
    {
        var place = Math.Min(_removed.Find(removed => removed.Id == id).Place, Ids.Count);
        _removed.RemoveAll(removed => removed.Id == id);
        var ids = Ids.ToList();
        ids.Insert(place, id);
        return SetAsync(InputValue.Of(ids.Select(file => InputValue.Of((decimal)file))), null);
    }

    private void Know(StoredFile file)
    {
        _known[file.Id] = file;
        Draft.SetItemTitle(Field, file.Id, file.Name);
    }

    private ShownFile Show(long id, bool isRemoved)
        => new(id, _known.GetValueOrDefault(id)?.Name ?? Draft.ItemTitleOf(Field, id) ?? $"#{id}", _known.GetValueOrDefault(id)?.Size, isRemoved);
}
