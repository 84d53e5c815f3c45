using System.Globalization;
using LowCodeErp.Runtime.Fields;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;

namespace LowCodeErp.Portal.Records;

/// <summary>What the records, members and files behind ids are called, each asked for once while the page is open.</summary>
public sealed class ReferenceTitles(ViewerRecords records)
{
    private readonly Dictionary<(string Owner, long Id), string> _titles = [];

    /// <summary>The bare id when it is gone.</summary>
    public async Task<string> FindAsync(FieldModel field, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(field);
        var key = KeyOf(field, id);
        if (!_titles.TryGetValue(key, out var title))
        {
            title = field.Target is { } target ? await ReadAsync(target, id, cancellationToken)
                : field.FileRule is not null ? await records.FindFileNameAsync(id, cancellationToken)
                : field.ItemShape is FieldShape.Department ? await ReadDepartmentAsync(id, cancellationToken)
                : records.FindMemberName(id);
            _titles[key] = title;
        }

        return title;
    }

    /// <summary>Remembers what a picker has shown already.</summary>
    public void Add(FieldModel field, RecordReference reference)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(reference);
        _titles[KeyOf(field, reference.Id)] = reference.Title;
    }

    private static (string Owner, long Id) KeyOf(FieldModel field, long id) => (field.Target?.Key ?? field.ItemShape.GetType().Name, id);

    private async Task<string> ReadDepartmentAsync(long id, CancellationToken cancellationToken)
    {
        var tree = await records.ReadDepartmentsAsync(cancellationToken);
        return tree.Find(id) is { } department ? tree.TitleOf(department) : string.Create(CultureInfo.InvariantCulture, $"#{id}");
    }

    private async Task<string> ReadAsync(FormModel form, long id, CancellationToken cancellationToken)
        => await records.OpenAsync(form, id, cancellationToken) is { } opened ? RecordTitle.Of(opened.Row) : $"#{id}";
}
