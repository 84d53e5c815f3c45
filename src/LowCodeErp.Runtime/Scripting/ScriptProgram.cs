namespace LowCodeErp.Runtime.Scripting;

/// <summary>What is started to be a worker: this program itself, called in another way.</summary>
public sealed record ScriptProgram(string FileName, params IReadOnlyList<string> Arguments);
