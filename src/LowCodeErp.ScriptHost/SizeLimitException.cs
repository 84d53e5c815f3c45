namespace LowCodeErp.ScriptHost;

/// <summary>No error of JavaScript, so that a script cannot catch it and go on.</summary>
internal sealed class SizeLimitException(string message) : Exception(message);
