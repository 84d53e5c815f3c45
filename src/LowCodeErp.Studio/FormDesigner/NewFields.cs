using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Forms;

namespace LowCodeErp.Studio.FormDesigner;

/// <summary>Makes fields that are new to a form.</summary>
public static class NewFields
{
    /// <param name="taken">Keys that the form has or had: a key that comes back would mean the old column.</param>
    public static FieldDefinition Create(string type, LocalizedText name, IReadOnlySet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(taken);
        return new() { Key = KeyProposal.Propose(name.Chinese, taken, "field"), Type = type, Label = name };
    }

    /// <summary>Copies of fields of this or another form, with the keys that they have there where these are free.</summary>
    public static IReadOnlyList<FieldDefinition> Copy(IEnumerable<FieldDefinition> fields, IReadOnlySet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var all = taken.ToHashSet(StringComparer.Ordinal);
        var copies = new List<FieldDefinition>();
        foreach (var field in fields)
        {
            var key = KeyProposal.Propose(field.Key, all, "field");
            all.Add(key);
            copies.Add(field with { Key = key });
        }

        return copies;
    }
}
