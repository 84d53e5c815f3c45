using System.Linq.Expressions;
using LowCodeErp.Core.Values;
using LowCodeErp.Data.Encryption;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.Runtime.Queries;
using LowCodeErp.Runtime.Records;
using Row = System.Collections.Generic.Dictionary<string, object>;

namespace LowCodeErp.Data.Queries;

/// <summary>What is selected of a row, and how it is read: system columns, the asked fields, then what people see of references.</summary>
internal sealed class RowProjection
{
    private const int SystemCount = 3;

    private readonly FormRows _rows;
    private readonly FormModel _form;
    private readonly FieldModel[] _columns;
    private readonly FieldModel[] _masked;
    private readonly (FieldModel Field, ShownText Title)[] _titles;
    private readonly bool _referencesByCode;

    /// <param name="rows">What the viewer sees of them.</param>
    /// <param name="columns">All fields that have a value when empty.</param>
    public RowProjection(FormRows rows, FormModel form, IReadOnlyList<FieldModel> columns)
        : this(rows, form, columns, referencesByCode: false)
    {
    }

    public RowProjection(FormRows rows, RecordQuery query)
        : this(rows, query.Form, query.Columns, query.ReferencesByCode)
    {
    }

    private RowProjection(FormRows rows, FormModel form, IReadOnlyList<FieldModel> columns, bool referencesByCode)
    {
        (_rows, _form, _referencesByCode) = (rows, form, referencesByCode);
        _columns = [.. (columns.Count > 0 ? columns.SelectMany(field => field.StoredParts) : form.ReadableFields).Distinct()];
        _masked = [.. _columns.Where(rows.Masks)];
        _titles = [.. _columns.Where(field => field.Kind == ValueKind.Reference).Select(field => (field, new ShownText(rows, ToShown(field))))];
    }

    /// <summary>The lists of ids that are selected, with the place of each in what is selected, and the fields that lead to what is seen of an item.</summary>
    public IEnumerable<(FieldModel Field, int Place, IReadOnlyList<FieldModel> Shown)> Lists
        => _columns.Index().Where(column => column.Item is { IsList: true, HoldsIds: true })
            .Select(column => (column.Item, SystemCount + column.Index, ToShown(column.Item)));

    public Expression<Func<Row, object?[]>> Select()
    {
        var row = RowExpressions.NewRow();
        Expression[] selected =
        [
            FormRows.Id(row),
            RowExpressions.Column(row, SystemColumns.Version, typeof(long)),
            RowExpressions.Column(row, SystemColumns.UpdatedAt, typeof(DateTime)),
            .. _columns.Select(field => _rows.Column(row, field)),
            .. _masked.Select(field => _rows.Masked(row, [field])),
            .. _titles.Select(title => title.Title.Select(row)).SelectMany(title => new[] { title.Shown, title.Masked }),
        ];
        return RowExpressions.Select(row, selected);
    }

    public RecordRow Read(object?[] selected, ItemTitles itemTitles)
    {
        var values = new object?[_form.Fields.Count];
        for (var index = 0; index < _columns.Length; index++)
        {
            values[_columns[index].Ordinal] = Read(selected[SystemCount + index], _columns[index], (long)selected[0]!);
        }

        return new()
        {
            Form = _form,
            Id = (long)selected[0]!,
            Version = (long)selected[1]!,
            UpdatedAt = StoredValue.ReadTime((DateTime)selected[2]!),
            Values = values,
            Masks = ReadMasks((long)selected[0]!, selected.AsSpan(SystemCount + _columns.Length)),
            Titles = ReadTitles(selected.AsSpan(SystemCount + _columns.Length + _masked.Length), values),
            ItemTitles = itemTitles.Of(values),
        };
    }

    private object? Read(object? stored, FieldModel field, long record) => field.IsSensitive ? Open(field, record, stored) : StoredValue.Read(stored, field);

    /// <summary>What cannot be read says so in its place, so that the rest of the record can be; the record cannot be saved with it.</summary>
    private string? Open(FieldModel field, long record, object? stored)
        => stored is string text ? _rows.Keys.Open(field, record, text) ?? EncryptionDiagnostics.Unreadable.ToString() : null;

    private IReadOnlyList<FieldModel> ToShown(FieldModel field)
        => FormRows.ToShown(_referencesByCode && field.Target?.Code is { } code ? [field, code] : [field]);

    private string?[] ReadMasks(long record, ReadOnlySpan<object?> selected)
    {
        var masks = _masked.Length == 0 ? [] : new string?[_form.Fields.Count];
        for (var index = 0; index < _masked.Length; index++)
        {
            masks[_masked[index].Ordinal] = _masked[index].MaskOf(Read(selected[index], _masked[index], record));
        }

        return masks;
    }

    private string?[] ReadTitles(ReadOnlySpan<object?> selected, object?[] values)
    {
        var titles = new string?[_form.Fields.Count];
        for (var index = 0; index < _titles.Length; index++)
        {
            var (field, title) = _titles[index];
            titles[field.Ordinal] = values[field.Ordinal] is long id ? title.Read(selected[2 * index], selected[(2 * index) + 1], id) : null;
        }

        return titles;
    }
}
