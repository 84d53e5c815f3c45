using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Records;

/// <summary>A warning about one record of a request.</summary>
/// <param name="Index">The record's place in the request, from 0.</param>
/// <param name="Name">What <see cref="RecordInput.Confirmed"/> has to name: the key of the validation, for a line after its place: <c>line[2].low-price</c>.</param>
public sealed record RecordWarning(int Index, string Name, Diagnostic Diagnostic);
