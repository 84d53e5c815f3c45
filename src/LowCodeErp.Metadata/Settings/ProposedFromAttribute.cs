namespace LowCodeErp.Metadata.Settings;

/// <summary>The member is a permanent key of an item of a list, which is proposed from the item's label when it is added.</summary>
/// <param name="label">The member with the label.</param>
/// <param name="fallback">What a key is called that no label helps with, with a number behind it: <c>option</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProposedFromAttribute(string label, string fallback) : Attribute
{
    public string Label => label;

    public string Fallback => fallback;
}
