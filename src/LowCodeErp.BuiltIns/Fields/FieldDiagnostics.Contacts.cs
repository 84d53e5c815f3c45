using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>Texts with a notation of their own: numbers, addresses and codes of people and companies.</summary>
public static partial class FieldDiagnostics
{
    public static Diagnostic PhoneUnreadable(string path, InputValue input)
        => Error("field.phone.unreadable", path, $"{Quote(input, "“", "”")}不是电话号码。请填写手机（13800138000）、固定电话（010-62345678-801）或国际号码（+1 415 555 2671）。", $"{Quote(input)} is not a telephone number. Enter a mobile (13800138000), a landline (010-62345678-801) or an international number (+1 415 555 2671).");

    public static Diagnostic MobileHasOtherLength(string path, int digits)
        => Error("field.phone.mobile-length", path, $"手机号应为 11 位，现在是 {digits} 位。请核对是否漏填或多填。", $"A mobile number has 11 digits, this one has {digits}. Check whether one is missing or too many.");

    public static Diagnostic PhoneIsNoMobile(string path, InputValue input)
        => Error("field.phone.no-mobile", path, $"{Quote(input, "“", "”")}不是中国大陆手机号。请填写 11 位手机号，例如 13800138000。", $"{Quote(input)} is not a mobile number of mainland China. Enter its 11 digits, such as 13800138000.");

    public static Diagnostic EmailUnreadable(string path, InputValue input)
        => Error("field.email.unreadable", path, $"{Quote(input, "“", "”")}不是电子邮箱。请按 name@example.com 填写，只填一个地址。", $"{Quote(input)} is not an e-mail address. Enter one such as name@example.com, and only one.");

    public static Diagnostic UrlUnreadable(string path, InputValue input)
        => Error("field.url.unreadable", path, $"{Quote(input, "“", "”")}不是网址。请按 https://www.example.com 填写。", $"{Quote(input)} is not a web address. Enter one such as https://www.example.com.");

    public static Diagnostic UrlWithOtherScheme(string path, string scheme)
        => Error("field.url.scheme", path, $"不允许以“{scheme}:”开头的网址。请填写 http:// 或 https:// 开头的网址。", $"Addresses that begin with '{scheme}:' are not allowed. Enter one that begins with http:// or https://.");

    public static Diagnostic UrlWithPassword(string path)
        => Error("field.url.password", path, "网址中不能带用户名或密码（@ 之前的部分）。请去掉后再填写。", "The address must not hold a user name or password (the part before the @). Leave it out.");

    public static Diagnostic CreditCodeHasOtherLength(string path, int length)
        => Error("field.credit-code.length", path, $"统一社会信用代码应为 18 位，现在是 {length} 位。请核对营业执照。", $"A unified social credit code has 18 characters, this one has {length}. Compare it with the business licence.");

    public static Diagnostic CreditCodeHasOtherCharacter(string path, int position, char character, bool isOfRegion)
        => isOfRegion
            ? Error("field.credit-code.region", path, $"第 {position} 位“{character}”应为数字：第 3 到 8 位是登记机关的行政区划码。请核对。", $"Character {position}, '{character}', should be a digit: characters 3 to 8 are the code of a region. Check it.")
            : Error("field.credit-code.character", path, $"第 {position} 位“{character}”不会出现在统一社会信用代码中：只用数字和大写字母，不用 I、O、S、V、Z。请核对，例如字母 O 多半应为数字 0。", $"Character {position}, '{character}', never occurs in a unified social credit code: it has digits and capital letters except I, O, S, V and Z. Check it; the letter O, for instance, is most likely the digit 0.");

    public static Diagnostic CreditCodeDoesNotCheck(string path, char expected, char found)
        => Error("field.credit-code.check-digit", path, $"校验码不对：按前 17 位计算，第 18 位应为“{expected}”，现在是“{found}”。请对照营业执照核对第 1 到 8 位和第 18 位。", $"The check digit is wrong: from the first 17 characters, character 18 should be '{expected}', but it is '{found}'. Compare characters 1 to 8 and 18 with the business licence.");

    public static Diagnostic CreditCodeOfOtherOrganisation(string path)
        => Error("field.credit-code.organisation", path, "校验码不对：第 9 到 17 位（主体标识码）中有填错的字符。请对照营业执照核对这几位。", "The check digit is wrong: one of the characters 9 to 17, which name the organisation, is mistaken. Compare them with the business licence.");
}
