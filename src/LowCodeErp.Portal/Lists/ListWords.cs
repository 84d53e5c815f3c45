using LowCodeErp.Core.Naming;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Portal.Lists;

/// <summary>What somebody looked for on a list, in the reader's language. Fields that the form no longer has are left out, as the list does.</summary>
public static class ListWords
{
    public static string Describe(FormModel form, ListState state)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        return string.Join(Say("；", "; "), Parts(form, state));
    }

    private static IEnumerable<string> Parts(FormModel form, ListState state)
    {
        if (state.Search.Length > 0)
        {
            yield return Say($"搜索“{state.Search}”", $"search \"{state.Search}\"");
        }

        if (state.Formula.Length > 0)
        {
            yield return Say($"满足 {state.Formula}", $"where {state.Formula}");
        }

        foreach (var part in state.Filters.SelectMany(filter => form.Find(filter.Key) is { } field ? Parts(field, filter.Value) : []))
        {
            yield return part;
        }

        if (state.GroupBy is { } group && form.Find(group) is { } by)
        {
            yield return Say($"按{by.Label}分组", $"grouped by {by.Label}");
        }
    }

    private static IEnumerable<string> Parts(FieldModel field, ColumnFilter filter)
    {
        if (filter.Contains.Length > 0)
        {
            yield return Say($"{field.Label}包含“{filter.Contains}”", $"{field.Label} contains \"{filter.Contains}\"");
        }

        if (filter.From.Length > 0)
        {
            yield return $"{field.Label} ≥ {filter.From}";
        }

        if (filter.To.Length > 0)
        {
            yield return $"{field.Label} ≤ {filter.To}";
        }

        if (filter.OneOf.Count > 0)
        {
            var values = string.Join(Say("、", ", "), filter.OneOf.Select(text => NameOf(field, text)));
            yield return filter.Items switch
            {
                ItemMatch.All => Say($"{field.Label}包含全部：{values}", $"{field.Label} has all of {values}"),
                ItemMatch.None => Say($"{field.Label}不含：{values}", $"{field.Label} has none of {values}"),
                _ => Say($"{field.Label}为{values}", $"{field.Label} is {values}"),
            };
        }
    }

    /// <summary>Of an option its label; of a record, member or department its number, since the reader may not be allowed to see more.</summary>
    private static string NameOf(FieldModel field, string text)
        => text == ColumnFilter.Blank ? Say("空", "blank")
            : field.HoldsIds ? $"#{text}"
            : field.Type.GetOptions(field.Settings)?.FirstOrDefault(option => option.Key == text)?.Label.ToString() ?? text;

    private static string Say(string chinese, string english) => new LocalizedText(chinese, english).ToString();
}
