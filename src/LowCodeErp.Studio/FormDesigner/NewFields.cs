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
}
