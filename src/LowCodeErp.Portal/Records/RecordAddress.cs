using System.Globalization;
using LowCodeErp.Portal.Lists;
using LowCodeErp.Runtime.Forms;
using LowCodeErp.UI.Extending;
using Microsoft.AspNetCore.WebUtilities;

namespace LowCodeErp.Portal.Records;

/// <summary>The addresses of lists and records within this site, without a leading slash.</summary>
public static class RecordAddress
{
    /// <summary>Where in its list a record stands, so that its page knows its neighbours.</summary>
    private const string Place = "at";

    private const string Copied = "copy";

    public static string Of(FormModel form) => FormAddress.Of(form);

    public static string Of(FormModel form, ListState state) => Of(form) + ListAddress.Write(state);

    public static string New(FormModel form, ListState state) => $"{Of(form)}/new{ListAddress.Write(state)}";

    /// <summary>The page of a new record that is made from another one.</summary>
    public static string Copy(FormModel form, long id, ListState state)
        => QueryHelpers.AddQueryString(New(form, state), Copied, id.ToString(CultureInfo.InvariantCulture));

    public static string Print(FormModel form, long id) => $"{Of(form, id)}/print";

    public static string Of(FormModel form, long id) => FormAddress.Of(form, id);

    /// <summary>Where it is explained who may do what with a record, and why.</summary>
    public static string Why(FormModel form, long id)
    {
        ArgumentNullException.ThrowIfNull(form);
        return FormattableString.Invariant($"administration/roles/why?form={form.Key}&record={id}");
    }

    public static string OfTrash(FormModel form) => $"{Of(form)}/trash";

    /// <param name="state">Of it, the search and the page count.</param>
    public static string OfTrash(FormModel form, ListState state) => OfTrash(form) + ListAddress.Write(state);

    public static string OfTrash(FormModel form, long id) => $"{OfTrash(form)}/{id.ToString(CultureInfo.InvariantCulture)}";

    /// <param name="place">The record's place in the whole list that the state describes, from 0.</param>
    public static string Of(FormModel form, long id, ListState state, int? place)
    {
        var address = Of(form, id) + ListAddress.Write(state);
        return place is { } known ? QueryHelpers.AddQueryString(address, Place, known.ToString(CultureInfo.InvariantCulture)) : address;
    }

    /// <summary>Null when the record was not opened from a list.</summary>
    public static int? ReadPlace(string address) => (int?)ReadNumber(address, Place, int.MaxValue);

    /// <summary>The id of the record that a new one is to be made from; null when it begins empty.</summary>
    public static long? ReadCopied(string address) => ReadNumber(address, Copied, long.MaxValue);

    private static long? ReadNumber(string address, string name, long most)
    {
        ArgumentNullException.ThrowIfNull(address);
        var start = address.IndexOf('?', StringComparison.Ordinal);
        var query = start < 0 ? [] : QueryHelpers.ParseQuery(address[start..]);
        return query.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : null;
    }
}
