using LowCodeErp.Core.Scripting;

namespace LowCodeErp.ScriptHost;

/// <summary>A script that touches most of the interpreter, so that the first one of a person does not wait for its loading.</summary>
internal static class WarmUp
{
    private const string Source = """
        var names = input.lines.map(function (line) { return line.name.replace(/a+/g, 'b').toUpperCase(); });
        var total = 0;
        for (var i = 0; i < input.lines.length; i++) { total += input.lines[i].amount * (1 - 0.1); }
        try { if (total > 1e9) { throw new Error('large'); } } catch (error) { log(error.message); }
        names.sort(function (left, right) { return left < right ? -1 : 1; });
        return { names: names.join(', '), total: Math.round(total), on: new Date(2024, 0, 31).toISOString(), text: JSON.stringify(JSON.parse('[1]')) };
        """;

    public static ScriptCall Call { get; } = new(Source, """{"lines":[{"name":"ab","amount":1},{"name":"ca","amount":2.5}]}""", 10_000, TimeZoneInfo.Utc.ToSerializedString());
}
