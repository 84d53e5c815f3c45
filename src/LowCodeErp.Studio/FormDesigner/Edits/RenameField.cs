using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;
using LowCodeErp.Metadata.Views;
using LowCodeErp.Studio.Editing;
using LowCodeErp.Studio.FormDesigner.Layouts;

namespace LowCodeErp.Studio.FormDesigner.Edits;

/// <summary>Gives a field another name, and with it another key where nobody knows the old one yet.</summary>
/// <param name="Key">The new key; the field's own one when it is to stay.</param>
public sealed record RenameField(string Form, string Field, LocalizedText Label, string Key) : IEdit
{
    /// <summary>Key of the sub-table of which the field is a column; null for a field of the form.</summary>
    public string? Table { get; init; }

    public LocalizedText Name => EditWords.Of("改名为", "rename to", Label);

    public AppDocument Apply(AppDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ChangeForm(Form, form =>
            FieldLists.Of(form, Table).FirstOrDefault(field => field.Key == Field) is { } old && (old.Label != Label || Key != Field) ? Rename(form) : form);
    }

    private FormDefinition Rename(FormDefinition form)
    {
        var renamed = FieldLists.Change(form, Table, fields => [.. fields.Select(field => field.Key == Field ? field with { Key = Key, Label = Label } : field)]);
        return Key == Field ? renamed : Table is { } table ? FieldLists.Follow(renamed, table, Field, Key) : Follow(renamed);
    }

    private FormDefinition Follow(FormDefinition form) => form with
    {
        Title = Follow(form.Title),
        Code = form.Code is { } code ? Follow(code) : null,
        Owner = form.Owner is { } owner ? Follow(owner) : null,
        Unique = [.. form.Unique.Select(unique => unique with { Fields = [.. unique.Fields.Select(Follow)] })],
        List = form.List is { } list ? list with { Columns = [.. list.Columns.Select(Follow)], SortBy = list.SortBy is { } sort ? Follow(sort) : null } : null,
        Views = [.. form.Views.Select(Follow)],
        Layout = [.. form.Layout.Select(Follow)],
    };

    private ViewDefinition Follow(ViewDefinition view) => view with
    {
        Columns = [.. view.Columns.Select(column => column with { Field = Follow(column.Field) })],
        Filters = [.. view.Filters.Select(filter => filter with { Field = Follow(filter.Field) })],
        Sort = [.. view.Sort.Select(order => order with { Field = Follow(order.Field) })],
        GroupBy = view.GroupBy is { } group ? Follow(group) : null,
        Colours = [.. view.Colours.Select(colour => colour with { Field = colour.Field is { } field ? Follow(field) : null })],
    };

    private string Follow(string key) => key == Field ? Key : key;

    private LayoutItemDefinition Follow(LayoutItemDefinition item)
        => item.FieldKey == Field ? item.WithField(Key) : item.Items.Count == 0 ? item : item with { Items = [.. item.Items.Select(Follow)] };
}
