using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;

namespace LowCodeErp.Runtime.Members;

/// <summary>Everything that can be wrong with accounts: their names, passwords, codes and keys, and who may change them.</summary>
public static class MemberDiagnostics
{
    public static Diagnostic NotAllowed(string actor)
        => Error("not-allowed", "", $"“{actor}”不是管理员，不能管理成员。请联系管理员。", $"\"{actor}\" is not an administrator and cannot manage members. Ask an administrator.");

    public static Diagnostic Gone()
        => Error("gone", "", "没有这个成员。请刷新页面后重试。", "There is no such member. Reload the page and try again.");

    public static Diagnostic UserNameInvalid(string text)
        => Error("user-name", "user-name", $"用户名“{ShortText.Of(text)}”不能使用：应为 1 到 {MemberEntry.LongestUserName} 个字符，不含换行。", $"'{ShortText.Of(text)}' cannot be a user name: it has 1 to {MemberEntry.LongestUserName} characters in one line.");

    public static Diagnostic UserNameTaken(string text)
        => Error("user-name-taken", "user-name", $"已有成员使用用户名“{ShortText.Of(text)}”（不区分大小写）。请换一个。", $"There is a member with the user name '{ShortText.Of(text)}' already, whatever its capitals. Choose another.");

    public static Diagnostic EmailTaken(string text, string member)
        => Error("email-taken", "email", $"邮箱“{ShortText.Of(text)}”已由成员“{member}”使用（不区分大小写）。请换一个，或先从该成员处删除。", $"Member '{member}' has the e-mail address '{ShortText.Of(text)}' already, whatever its capitals. Choose another, or take it from that member first.");

    public static Diagnostic EmailRepeated(string text)
        => Error("email-repeated", "email", $"文件中邮箱“{ShortText.Of(text)}”出现了多次。请每人使用不同的邮箱。", $"The e-mail address '{ShortText.Of(text)}' occurs more than once in the file. Give each member one of his own.");

    public static Diagnostic UserNameRepeated(string text)
        => Error("user-name-repeated", "user-name", $"文件中用户名“{ShortText.Of(text)}”出现了多次。请只保留一行。", $"The user name '{ShortText.Of(text)}' occurs more than once in the file. Keep one row.");

    public static Diagnostic DisplayNameInvalid(string text)
        => Error("display-name", "display-name", $"姓名“{ShortText.Of(text)}”不能使用：应为 1 到 {MemberEntry.LongestDisplayName} 个字符，不含换行。", $"'{ShortText.Of(text)}' cannot be a name: it has 1 to {MemberEntry.LongestDisplayName} characters in one line.");

    public static Diagnostic EmailInvalid(string text)
        => Error("email", "email", $"邮箱“{ShortText.Of(text)}”不正确。请填写如 name@example.com 的地址，或留空。", $"'{ShortText.Of(text)}' is no e-mail address. Enter one like name@example.com, or leave it blank.");

    public static Diagnostic LastAdministrator(string name)
        => Error("last-administrator", "", $"“{name}”是最后一位在用的管理员，不能停用，也不能取消管理员身份。请先指定另一位管理员。", $"'{name}' is the last active administrator and has to remain one. Make somebody else an administrator first.");

    public static Diagnostic Oneself()
        => Error("oneself", "", "不能停用自己的账号。请由另一位管理员操作。", "You cannot deactivate your own account. Ask another administrator to do it.");

    public static Diagnostic Deactivated(string name)
        => Error("deactivated", "", $"“{name}”的账号已停用。请先启用。", $"The account of '{name}' is deactivated. Activate it first.");

    public static Diagnostic NoColumn(string file)
        => Error("no-column", file, "文件中没有“用户名”（或“user name”）这一列。请在第一行写上列名：用户名、姓名、邮箱。", "The file has no column \"user name\" (or \"用户名\"). Name its columns in the first row: user name, display name, e-mail.");

    public static Diagnostic NoRows(string file)
        => Error("no-rows", file, "文件中没有成员。请在列名下面每行写一位成员。", "The file holds no members. Write one in each row below the names of the columns.");

    public static Diagnostic TooManyRows(string file, int limit)
        => Error("too-many-rows", file, $"一次最多导入 {limit} 位成员。请分成几个文件。", $"{limit} members can be imported at once. Split the file.");

    public static Diagnostic PasswordTooShort(int length)
        => Error("password-too-short", "password", $"密码至少要有 {length} 个字符。可以用几个词组成一句话。", $"A password has at least {length} characters. A few words make a good one.");

    public static Diagnostic PasswordTooLong(int length)
        => Error("password-too-long", "password", $"密码最多 {length} 个字符。请改短一些。", $"A password has at most {length} characters. Use a shorter one.");

    public static Diagnostic PasswordHoldsUserName()
        => Error("password-holds-user-name", "password", "密码不能包含用户名。请换一个。", "A password must not contain the user name. Choose another.");

    public static Diagnostic PasswordCommon()
        => Error("password-common", "password", "这个密码太常见，很容易被猜到。请换一个。", "This password is one of the commonest and soon guessed. Choose another.");

    public static Diagnostic PasswordsDiffer()
        => Error("passwords-differ", "password-again", "两次输入的密码不一样。请重新输入。", "The two passwords differ. Enter them again.");

    public static Diagnostic PasswordWrong()
        => Error("password-wrong", "old-password", "原密码不正确。请重新输入；连续多次错误会锁定账号。", "The present password is wrong. Enter it again; several wrong ones in a row lock the account.");

    public static Diagnostic SignInIncomplete()
        => Error("sign-in-incomplete", "", "请填写用户名和密码。", "Enter your user name and password.");

    public static Diagnostic SignInRefused()
        => Error("sign-in-refused", "", "用户名或密码不正确，或者账号已停用。请检查后重试，或联系管理员。", "The user name or password is wrong, or the account is deactivated. Check and try again, or ask your administrator.");

    public static Diagnostic LockedOut()
        => Error("locked-out", "", "连续多次错误，账号已暂时锁定。请 15 分钟后再试，或联系管理员。", "Too many failed attempts; the account is locked for now. Try again in 15 minutes, or ask your administrator.");

    public static Diagnostic LinkUnusable()
        => Error("link-unusable", "", "链接已失效：已用过、已过期或已被新的链接取代。请联系管理员获取新链接。", "This link can no longer be used: it was used, has expired, or a newer one was made. Ask your administrator for a new one.");

    public static Diagnostic CodeWrong()
        => Error("code-wrong", "code", "验证码不正确。请输入验证器应用当前显示的 6 位数字，并检查手机时间是否准确。", "The code is wrong. Enter the six digits that the authenticator app shows now, and check the clock of the phone.");

    public static Diagnostic KeyNameInvalid()
        => Error("key-name", "key-name", "请填写密钥用途，1 到 100 个字符。", "Say what the key is for, in 1 to 100 characters.");

    public static Diagnostic KeyExpiryInvalid(int days)
        => Error("key-expiry", "key-expiry", $"有效期应为明天到 {days} 天之内。", $"The key expires tomorrow at the earliest and within {days} days.");

    public static Diagnostic TooManyKeys(int limit)
        => Error("too-many-keys", "", $"每人最多 {limit} 个密钥。请先撤销不用的密钥。", $"Everybody has {limit} keys at most. Revoke one that is not used.");

    private static Diagnostic Error(string code, string path, string chinese, string english)
        => new("member." + code, Severity.Error, path, new(chinese, english));
}
