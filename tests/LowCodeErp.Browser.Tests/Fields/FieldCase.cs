namespace LowCodeErp.Browser.Tests.Fields;

/// <summary>What a field of the sample form makes of what people write into its box.</summary>
/// <param name="Field">Its key.</param>
/// <param name="Typed">As somebody in a hurry types it.</param>
/// <param name="Shown">What stands in the box afterwards.</param>
/// <param name="Wrong">What it refuses; null when it takes any text.</param>
/// <param name="Complaint">A piece of the message then.</param>
public sealed record FieldCase(string Field, string Typed, string Shown, string? Wrong, string Complaint)
{
    /// <summary>Every type whose editor is a text box.</summary>
    public static IReadOnlyList<FieldCase> All { get; } =
    [
        new("name", "样例", "样例", null, ""),
        new("remark", "交货前请电话联系", "交货前请电话联系", new string('长', 51), "最多允许 50 个"),
        new("discount", "１５％", "15.00%", "一成五", "不是百分数"),
        new("at", "2026年11月22日 下午2点半", "2026-11-22 14:30", "明天下午", "不是有效的日期时间"),
        new("open", "上午9点半", "09:30", "09:40", "每 15 分钟一档"),
        new("phone", "+86 138 0013 8000", "13800138000", "1380013800", "现在是 10 位"),
        new("email", "Wang.Fang@EXAMPLE.com", "Wang.Fang@example.com", "wang.fang", "不是电子邮箱"),
        new("site", "www.example.com", "https://www.example.com", "javascript:alert(1)", "不允许以“javascript:”开头"),
        new("credit-code", "91110108551385082q", "91110108551385082Q", "91110108551385082R", "第 18 位应为“Q”"),
        new("colour", "2a5bd7", "#2A5BD7", "蓝色", "不是颜色"),
        new("article", "6901234567892", "6901234567892", "6901234567890", "第 13 位应为 2"),
        new("asset", "SN-2026/001", "SN-2026/001", "设备一", "第 1 个字符"),
        new("qr", "https://example.com/设备/1", "https://example.com/设备/1", new string('码', 501), "最多允许 500 个"),
        new("count", "１２３４．５", "1,234.50", "十二", "不是数字"),
        new("day", "2026年3月5日", "2026-03-05", "2026-02-30", "不是有效日期"),
        new("amount", "1234.5", "¥1,234.50", "一千", "不是数字"),
    ];

    public string Box => $"#field-{Field}";

    public string Error => $"#field-{Field}-error";
}
