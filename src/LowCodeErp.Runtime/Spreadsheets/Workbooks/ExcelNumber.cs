using System.Globalization;
using LowCodeErp.Core.Values;

namespace LowCodeErp.Runtime.Spreadsheets.Workbooks;

internal static class ExcelNumber
{
    /// <summary>
    /// Through the double's shortest text, so that 44.99 is 44.99 although the file may say 44.990000000000002. A number too
    /// large for a decimal stays the text that it is, for the field to refuse.
    /// </summary>
    public static InputValue ToInput(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var result)
            ? InputValue.Of(result)
            : InputValue.Of(text);
    }
}
