using LowCodeErp.Runtime.Changes;
using LowCodeErp.Runtime.Workspaces;

namespace LowCodeErp.Studio.Editing.Merging;

/// <summary>One person's work beside what somebody else published meanwhile, until he has decided what both changed differently.</summary>
public sealed class DesignMerge
{
    private readonly AppDocument _original;
    private readonly AppDocument _mine;
    private readonly DocumentMerge _merge;
    private readonly HashSet<string> _theirs = new(StringComparer.Ordinal);

    /// <param name="original">What both began with.</param>
    public DesignMerge(AppDocument original, AppDocument mine, AppVersion other, DocumentMerge merge, AppComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(mine);
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(comparison);
        (_original, _mine, _merge) = (original, mine, merge);
        Other = other;
        OtherDocument = AppDocument.Of(other.Package, other.Version);
        var start = original.ToPackage();
        OtherChanges = comparison.Compare(start, other.Package);
        MyChanges = comparison.Compare(start, mine.ToPackage());
        var (kept, places) = Merge([]);
        var before = kept.ToPackage();
        Conflicts = [.. places.Select(place => new MergeConflict(place, comparison.Compare(before, Merge([place]).Document.ToPackage())))];
    }

    public AppVersion Other { get; }

    public AppDocument OtherDocument { get; }

    public IReadOnlyList<DesignChange> OtherChanges { get; }

    public IReadOnlyList<DesignChange> MyChanges { get; }

    /// <summary>Mine is kept in each until <see cref="Choose"/> says otherwise.</summary>
    public IReadOnlyList<MergeConflict> Conflicts { get; }

    public bool TakesTheirs(MergeConflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        return _theirs.Contains(conflict.Place);
    }

    public void Choose(MergeConflict conflict, bool takesTheirs)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        _ = takesTheirs ? _theirs.Add(conflict.Place) : _theirs.Remove(conflict.Place);
    }

    /// <summary>Both, as chosen.</summary>
    public AppDocument ToDocument() => Merge(_theirs).Document.Since(Other.Package);

    private MergedDocument Merge(HashSet<string> theirs) => _merge.Merge(_original, _mine, OtherDocument, theirs);
}
