using System.Globalization;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Workspaces;

/// <summary>Values that are no longer published but kept: of a field, or of a whole form.</summary>
/// <param name="Field">Blank for a whole form.</param>
/// <param name="Label">What it was called; the key where that version cannot be read any more.</param>
/// <param name="Version">The version of the workspace that took it out of use.</param>
/// <param name="Count">How many values, or records.</param>
public sealed record KeptValues(string Form, string Field, LocalizedText Label, long Version, long Count)
{
    /// <summary>By which it is purged: <c>customer.phone@3</c>, <c>customer@3</c>.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"{Form}{(Field.Length > 0 ? "." : "")}{Field}@{Version}");
}
