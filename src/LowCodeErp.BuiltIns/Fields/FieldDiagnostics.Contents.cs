using System.Globalization;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>Contents that are drawn or chosen rather than written: moments, answers, stars, colours, codes.</summary>
public static partial class FieldDiagnostics
{
    public static Diagnostic PercentUnreadable(string path, InputValue input)
        => Error("field.percent.unreadable", path, $"{Quote(input, "“", "”")}不是百分数。请填写数字，例如 15 或 15%。", $"{Quote(input)} is not a percentage. Enter a number such as 15 or 15%.");

    public static Diagnostic PercentTooSmall(string path, string minimum)
        => Error("field.percent.too-small", path, $"不能小于 {minimum}。请填写 {minimum} 或更大的百分数。", $"The smallest percentage allowed is {minimum}. Enter that or more.");

    public static Diagnostic PercentTooLarge(string path, string maximum)
        => Error("field.percent.too-large", path, $"不能大于 {maximum}。请填写 {maximum} 或更小的百分数。", $"The largest percentage allowed is {maximum}. Enter that or less.");

    public static Diagnostic MomentUnreadable(string path, InputValue input)
        => Error("field.date-time.unreadable", path, $"{Quote(input, "“", "”")}不是有效的日期时间。请按 2026-11-22 14:30、2026/11/22 14:30 或 2026年11月22日 下午2点30分 填写。", $"{Quote(input)} is not a date and time. Enter it as 2026-11-22 14:30 or 2026/11/22 2:30 PM.");

    public static Diagnostic MomentTooEarly(string path, string minimum)
        => Error("field.date-time.too-early", path, $"时间不能早于 {minimum}。请填写该时间或之后的时间。", $"The earliest time allowed is {minimum}. Enter that or a later one.");

    public static Diagnostic MomentTooLate(string path, string maximum)
        => Error("field.date-time.too-late", path, $"时间不能晚于 {maximum}。请填写该时间或之前的时间。", $"The latest time allowed is {maximum}. Enter that or an earlier one.");

    public static Diagnostic TimeUnreadable(string path, InputValue input)
        => Error("field.time.unreadable", path, $"{Quote(input, "“", "”")}不是一天中的时间。请按 9:30、0930、14:05 或 下午2点5分 填写。", $"{Quote(input)} is not a time of day. Enter it as 9:30, 0930, 14:05 or 2:05 PM.");

    public static Diagnostic TimeTooEarly(string path, string minimum)
        => Error("field.time.too-early", path, $"不能早于 {minimum}。请填写 {minimum} 或更晚的时间。", $"The earliest time allowed is {minimum}. Enter that or a later one.");

    public static Diagnostic TimeTooLate(string path, string maximum)
        => Error("field.time.too-late", path, $"不能晚于 {maximum}。请填写 {maximum} 或更早的时间。", $"The latest time allowed is {maximum}. Enter that or an earlier one.");

    public static Diagnostic TimeOffStep(string path, int step, string before, string after)
        => Error("field.time.off-step", path, $"只能填写每 {step} 分钟一档的时间。最接近的是 {before} 和 {after}。", $"Only every {step} minutes is a time allowed. The nearest are {before} and {after}.");

    public static Diagnostic AnswerUnreadable(string path, InputValue input, LocalizedText yes, LocalizedText no)
        => Error("field.yes-no.unreadable", path, $"{Quote(input, "“", "”")}既不是“{yes.Chinese}”也不是“{no.Chinese}”。请填写其中一个。", $"{Quote(input)} is neither '{English(yes)}' nor '{English(no)}'. Enter one of them.");

    public static Diagnostic RatingUnreadable(string path, InputValue input, int maximum)
        => Error("field.rating.unreadable", path, $"{Quote(input, "“", "”")}不是评分。请填写 1 到 {maximum} 的整数。", $"{Quote(input)} is not a rating. Enter a whole number from 1 to {maximum}.");

    public static Diagnostic ColourUnreadable(string path, InputValue input)
        => Error("field.colour.unreadable", path, $"{Quote(input, "“", "”")}不是颜色。请从色板中选择，或按 #2A5BD7 填写。", $"{Quote(input)} is not a colour. Choose one from the palette, or enter it as #2A5BD7.");

    public static Diagnostic ColourNotInPalette(string path, string colour, IEnumerable<string> palette)
        => Error("field.colour.not-in-palette", path, $"颜色 {colour} 不在色板中。可选：{string.Join('、', palette)}。", $"The colour {colour} is not in the palette. Choose one of: {string.Join(", ", palette)}.");

    public static Diagnostic BarcodeHasOtherCharacter(string path, int position)
        => Error("field.barcode.character", path, $"第 {position} 个字符不能用于条形码（Code 128 只支持英文字母、数字和英文符号）。请修改，或改用二维码。", $"Character {position} cannot stand in a barcode (Code 128 takes ASCII letters, digits and signs). Change it, or use a QR code.");

    public static Diagnostic ArticleNumberUnreadable(string path, InputValue input)
        => Error("field.barcode.article-number", path, $"{Quote(input, "“", "”")}不是商品条码。请填写 13 位数字，例如 6901234567892。", $"{Quote(input)} is not an EAN-13 article number. Enter 13 digits such as 6901234567892.");

    public static Diagnostic ArticleNumberDoesNotCheck(string path, char expected)
        => Error("field.barcode.check-digit", path, $"商品条码的校验位不对：按前 12 位计算，第 13 位应为 {expected}。请核对各位数字。", $"The check digit is wrong: from the first 12 digits, the 13th should be {expected}. Check all digits.");

    public static Diagnostic RowsOutOfRange(string path, int minimum, int maximum)
        => Error("field.multi-line.rows", path, $"显示行数应在 {minimum} 到 {maximum} 之间。", $"The number of rows must lie between {minimum} and {maximum}.");

    public static Diagnostic TimeStepUneven(string path)
        => Error("field.time.step", path, "间隔应是能整除一天的分钟数，例如 1、5、15、30 或 60。", "The step must divide a day evenly: 1, 5, 15, 30 or 60 minutes, for instance.");

    public static Diagnostic StarsOutOfRange(string path, int minimum, int maximum)
        => Error("field.rating.maximum", path, $"最高评分应在 {minimum} 到 {maximum} 之间。", $"The highest rating must lie between {minimum} and {maximum}.");

    public static Diagnostic AnswersAlike(string path)
        => Error("field.yes-no.labels", path, "“是”和“否”的名称相同，无法区分。请修改其中一个。", "The labels for yes and no are the same. Change one.");

    public static Diagnostic PaletteColourInvalid(string path, string colour)
        => Error("field.colour.palette", path, $"色板中的“{colour}”不是颜色。请按 #2A5BD7 填写。", $"'{colour}' in the palette is not a colour. Write it as #2A5BD7.");

    public static Diagnostic PaletteEmpty(string path)
        => Error("field.colour.palette-empty", path, "只允许色板中的颜色，但色板是空的。请添加颜色，或允许其他颜色。", "Only colours of the palette are allowed, but it is empty. Add colours, or allow others.");

    private static string English(LocalizedText text) => text.In(CultureInfo.GetCultureInfo("en"));
}
