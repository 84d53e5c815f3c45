using System.Globalization;
using LowCodeErp.Runtime.Forms;
using Microsoft.AspNetCore.WebUtilities;

namespace LowCodeErp.UI.Extending;

/// <summary>The addresses of forms and their records within this site, without a leading slash.</summary>
public static class FormAddress
{
    private const string Filled = "fill.";

    public static string Of(FormModel form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return $"forms/{form.Key}";
    }

    public static string Of(FormModel form, long id) => string.Create(CultureInfo.InvariantCulture, $"{Of(form)}/{id}");

    /// <summary>The list of those records whose field refers to the record.</summary>
    /// <param name="condition">A formula that they meet.</param>
    public static string OfReferring(FieldModel reference, long id, string? condition = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var list = string.Create(CultureInfo.InvariantCulture, $"{Of(reference.Form)}?in.{reference.Key}={id}");
        return condition is null ? list : $"{list}&where={Uri.EscapeDataString(condition)}";
    }

    /// <summary>The page of a new record whose field refers to the record: <c>forms/order/new?fill.customer=7</c>.</summary>
    public static string NewReferring(FieldModel reference, long id)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return string.Create(CultureInfo.InvariantCulture, $"{Of(reference.Form)}/new?{Filled}{reference.Key}={id}");
    }

    /// <summary>The page of a new record with values filled in: ids for references, texts as people read them for the rest.</summary>
    public static string NewFilled(string form, IEnumerable<(string Field, string Value)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var filled = string.Join('&', values.Select(value => $"{Filled}{value.Field}={Uri.EscapeDataString(value.Value)}"));
        return filled.Length == 0 ? $"forms/{form}/new" : $"forms/{form}/new?{filled}";
    }

    /// <summary>The other fields that the address of a new record asks to fill in, as texts.</summary>
    public static IEnumerable<(FieldModel Field, string Text)> ReadTexts(FormModel form, string address)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(address);
        foreach (var (name, values) in QueryHelpers.ParseQuery(new Uri(address).Query))
        {
            if (name.StartsWith(Filled, StringComparison.Ordinal)
                && form.Find(name[Filled.Length..]) is { Target: null, IsStored: true, IsComputed: false, IsList: false } field && values[^1] is { Length: > 0 } text)
            {
                yield return (field, text);
            }
        }
    }

    /// <summary>The references that the address of a new record asks to fill in; whatever cannot be read is left out.</summary>
    public static IEnumerable<(FieldModel Reference, long Id)> ReadFilled(FormModel form, string address)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(address);
        foreach (var (name, values) in QueryHelpers.ParseQuery(new Uri(address).Query))
        {
            if (name.StartsWith(Filled, StringComparison.Ordinal)
                && form.Find(name[Filled.Length..]) is { Target: not null, IsComputed: false } reference
                && long.TryParse(values[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                yield return (reference, id);
            }
        }
    }
}
