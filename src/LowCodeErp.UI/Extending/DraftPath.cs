using System.Globalization;
using System.Text.RegularExpressions;

namespace LowCodeErp.UI.Extending;

/// <summary>The path of a diagnostic, taken apart: <c>lines[2].product</c>.</summary>
/// <param name="Line">Null when the path does not lead into a line.</param>
/// <param name="LineField">Blank when the line as a whole is meant.</param>
internal sealed partial record DraftPath(string Field, int? Line, string LineField)
{
    public static DraftPath Parse(string path)
    {
        var match = LinePath().Match(path);
        return match.Success
            ? new(match.Groups["field"].Value, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), match.Groups["rest"].Value)
            : new(path, null, "");
    }

    [GeneratedRegex(@"^(?<field>[^\[\]]+)\[(?<line>[0-9]{1,9})\](\.(?<rest>.+))?$")]
    private static partial Regex LinePath();
}
