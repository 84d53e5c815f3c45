using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Runtime.Records;

/// <summary>Something wrong with one record of a request.</summary>
/// <param name="Index">The record's place in the request, from 0.</param>
/// <param name="Diagnostic">Its path is a field key, or <c>line[2].product</c> for a line (counted from 0); blank for the record as a whole.</param>
public sealed record RecordProblem(int Index, Diagnostic Diagnostic);
