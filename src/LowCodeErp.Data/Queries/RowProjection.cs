using LowCodeErp.Data.Encryption;
using System.Linq.Expressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>What is selected of a row, and how it is read: system columns, the asked fields, then what people see of references.</summary>
internal sealed class RowProjection
{
    private const int SystemCount = 3;

    private readonly FormModel _form;
    private readonly FieldModel[] _columns;
    private readonly IReadOnlyList<FieldModel>[] _titles;
    private readonly bool _referencesByCode;

    /// <param name="columns">All fields that have a value when empty.</param>
    public RowProjection(FormModel form, IReadOnlyList<FieldModel> columns)
        : this(form, columns, referencesByCode: false)
    {
    }

    public RowProjection(RecordQuery query)
        : this(query.Form, query.Columns, query.ReferencesByCode)
    {
    }

    private RowProjection(FormModel form, IReadOnlyList<FieldModel> columns, bool referencesByCode)
    {
        _form = form;
        _columns = [.. (columns.Count > 0 ? columns.SelectMany(field => field.StoredParts) : form.ReadableFields).Distinct()];
        _referencesByCode = referencesByCode;
        _titles = [.. _columns.Where(field => field.Kind == ValueKind.Reference).Select(ToShown)];
    }

    /// <summary>The lists of ids that are selected, with the place of each in what is selected, and the fields that lead to what is seen of an item.</summary>
    public IEnumerable<(FieldModel Field, int Place, IReadOnlyList<FieldModel> Shown)> Lists
        => _columns.Index().Where(column => column.Item is { IsList: true, HoldsIds: true })
            .Select(column => (column.Item, SystemCount + column.Index, ToShown(column.Item)));

    public Expression<Func<Row, object?[]>> Select(FormRows rows)
    {
        var row = RowExpressions.NewRow();
        Expression[] selected =
        [
            FormRows.Id(row),
            RowExpressions.Column(row, SystemColumns.Version, typeof(long)),
            RowExpressions.Column(row, SystemColumns.UpdatedAt, typeof(DateTime)),
            .. _columns.Select(field => rows.Column(row, field)),
            .. _titles.Select(path => rows.Shown(row, path)),
        ];
        return RowExpressions.Select(row, selected);
    }

    public RecordRow Read(object?[] selected, ItemTitles itemTitles, DataKeys keys)
    {
        var values = new object?[_form.Fields.Count];
        for (var index = 0; index < _columns.Length; index++)
        {
            var stored = selected[SystemCount + index];
            values[_columns[index].Ordinal] = _columns[index].IsSensitive ? Open(_columns[index], (long)selected[0]!, stored, keys) : StoredValue.Read(stored, _columns[index]);
        }

        return new()
        {
            Form = _form,
            Id = (long)selected[0]!,
            Version = (long)selected[1]!,
            UpdatedAt = StoredValue.ReadTime((DateTime)selected[2]!),
            Values = values,
            Titles = ReadTitles(selected.AsSpan(SystemCount + _columns.Length), values),
            ItemTitles = itemTitles.Of(values),
        };
    }

    /// <summary>What cannot be read says so in its place, so that the rest of the record can be; the record cannot be saved with it.</summary>
    private static string? Open(FieldModel field, long record, object? stored, DataKeys keys)
        => stored is string text ? keys.Open(field, record, text) ?? EncryptionDiagnostics.Unreadable.ToString() : null;

    private IReadOnlyList<FieldModel> ToShown(FieldModel field)
        => FormRows.ToShown(_referencesByCode && field.Target?.Code is { } code ? [field, code] : [field]);

    private string?[] ReadTitles(ReadOnlySpan<object?> selected, object?[] values)
    {
        var titles = new string?[_form.Fields.Count];
        for (var index = 0; index < _titles.Length; index++)
        {
            var ordinal = _titles[index][0].Ordinal;
            titles[ordinal] = values[ordinal] is long id ? ShownText.Of(selected[index], _titles[index], id) : null;
        }

        return titles;
    }
}
