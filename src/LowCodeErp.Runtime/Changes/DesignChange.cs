using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Changes;

/// <summary>One difference between two versions of an app, in a sentence for whoever decides about it.</summary>
/// <param name="Path">What it is about: <c>customer.phone</c>, <c>customer</c>; the app's key for the app itself.</param>
public sealed record DesignChange(string Path, LocalizedText Text)
{
    public override string ToString() => Text.ToString();
}
