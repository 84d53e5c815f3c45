using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Naming;
using LowCodeErp.Core.Values;

namespace LowCodeErp.BuiltIns.Fields;

/// <summary>What fields that are several can object to.</summary>
public static partial class FieldDiagnostics
{
    public static Diagnostic RangeUnreadable(string path, InputValue input)
        => Error("field.date-range.unreadable", path, $"{Quote(input, "“", "”")}不是日期范围。请填写开始和结束日期，例如 2026-01-01 ~ 2026-12-31。", $"{Quote(input)} is not a range of days. Enter the first and the last day, such as 2026-01-01 ~ 2026-12-31.");

    public static Diagnostic RangeEndsBeforeItStarts(string path)
        => Error("field.date-range.reversed", path, "结束日期早于开始日期。请修改其中一个。", "The last day is before the first. Change one of them.");

    public static Diagnostic RangeOpen(string path)
        => Error("field.date-range.open", path, "请把开始日期和结束日期都填上。", "Enter both the first and the last day.");

    public static Diagnostic RangeTooLong(string path, int days, int maximum)
        => Error("field.date-range.too-long", path, $"共 {days} 天，最多允许 {maximum} 天。请缩短。", $"These are {days} days, at most {maximum} are allowed. Shorten the range.");

    public static Diagnostic LongestRangeOutOfRange(string path)
        => Error("field.date-range.maximum-days", path, "最多天数应大于 0。", "The most days must be more than 0.");

    public static Diagnostic LocationUnreadable(string path, InputValue input)
        => Error("field.location.unreadable", path, $"{Quote(input, "“", "”")}不是经纬度。请按 121.4737, 31.2304 或 北纬31.2304° 东经121.4737° 填写。", $"{Quote(input)} is not a longitude and latitude. Enter them as 121.4737, 31.2304 or 31.2304° N, 121.4737° E.");

    public static Diagnostic LocationAmbiguous(string path, InputValue input)
        => Error("field.location.ambiguous", path, $"{Quote(input, "“", "”")}分不清哪个是经度、哪个是纬度。请按 北纬31.2304° 东经85.5° 填写，或分别填写两个框。", $"It cannot be told which part of {Quote(input)} is the longitude. Enter 31.2304° N, 85.5° E, or fill the two boxes one by one.");

    public static Diagnostic LocationIncomplete(string path)
        => Error("field.location.incomplete", path, "请把经度和纬度都填上，或都清空。", "Enter both the longitude and the latitude, or neither.");

    public static Diagnostic MapUrlInvalid(string path)
        => Error("field.location.map-url", path, "地图网址应以 https:// 或 http:// 开头，并含有 {longitude} 和 {latitude}。", "The address of the map must begin with https:// or http:// and have {longitude} and {latitude} in it.");

    public static Diagnostic DivisionUnknown(string path, InputValue input)
        => Error("field.division.unknown", path, $"没有{Quote(input, "“", "”")}这个地区，或不止一个地方叫这个名字。请从列表中选择，或连同上级一起填写。", $"There is no place called {Quote(input)}, or more than one. Choose from the list, or name what it belongs to as well.");

    public static Diagnostic DivisionElsewhere(string path, string name, string owner)
        => Error("field.address.elsewhere", path, $"“{ShortText.Of(name)}”不在“{owner}”。请重新选择。", $"'{ShortText.Of(name)}' is not in '{owner}'. Choose again.");
}
