namespace LowCodeErp.Core.Scripting;

/// <summary>What the engine sends to a script worker: texts and limits, nothing else.</summary>
/// <param name="Source">The body of a function of <c>input</c>.</param>
/// <param name="Input">JSON.</param>
/// <param name="Milliseconds">How long the script may take; the engine kills the worker a little later.</param>
/// <param name="Zone">The time zone of dates, as <see cref="TimeZoneInfo.ToSerializedString"/> writes it.</param>
public sealed record ScriptCall(string Source, string Input, int Milliseconds, string Zone);
