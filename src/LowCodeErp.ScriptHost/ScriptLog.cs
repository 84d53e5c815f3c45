using Jint.Native;

namespace LowCodeErp.ScriptHost;

/// <summary>What a script writes with <c>log</c>, as far as there is room.</summary>
internal sealed class ScriptLog(Func<JsValue, string> describe)
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public JsValue Add(JsValue self, JsValue[] values)
    {
        if (_lines.Count < ScriptLimits.LogLines)
        {
            var line = string.Join(' ', values.Select(describe));
            _lines.Add(line.Length <= ScriptLimits.LogLineLength ? line : string.Concat(line.AsSpan(0, ScriptLimits.LogLineLength), "…"));
        }
        else if (_lines.Count == ScriptLimits.LogLines)
        {
            _lines.Add("…");
        }

        return JsValue.Undefined;
    }
}
