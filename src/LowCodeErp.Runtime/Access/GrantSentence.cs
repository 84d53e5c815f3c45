using System.Globalization;
using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Access;

namespace LowCodeErp.Runtime.Access;

/// <summary>Says in plain words what a grant gives or takes.</summary>
/// <example>查看、修改自己负责的“客户”；看不到“信用额度”.</example>
public sealed class GrantSentence(AccessNames names)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Fields that are named one by one; of more the first ones and how many they are. For places that list them all elsewhere.</summary>
    public int MostFields { get; init; } = int.MaxValue;

    public LocalizedText Of(GrantDefinition grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        // Designing is about the form, whatever is said of records.
        var onRecords = grant with { Operations = [.. grant.Operations.Where(operation => operation != AccessOperation.Design)] };
        var isOfForm = onRecords.Operations.Count < grant.Operations.Count;
        LocalizedText[] operations = isOfForm && onRecords.Operations.Count == 0 && grant.Fields.Count == 0 ? [] : [Operations(onRecords)];
        return Join([.. operations, .. isOfForm ? [Design(grant)] : Array.Empty<LocalizedText>(), .. grant.Fields.Where(fields => fields.Fields.Count > 0).Select(fields => Fields(grant, fields))]);
    }

    /// <summary>All that a role says of a form.</summary>
    public LocalizedText Of(IEnumerable<GrantDefinition> grants) => Join([.. grants.Select(Of)]);

    private static LocalizedText Join(IReadOnlyList<LocalizedText> parts)
        => new(string.Join('；', parts.Select(part => part.Chinese)), string.Join("; ", parts.Select(part => part.In(English))));

    private LocalizedText Design(GrantDefinition grant)
    {
        var (form, design) = (names.Form(grant.Form), AccessWords.Of(AccessOperation.Design));
        var (no, never) = grant.Effect == GrantEffect.Deny ? ("禁止", "never ") : ("", "");
        return new($"{no}{design.Chinese}表单“{form.Chinese}”", $"{never}{design.English} form \"{form.In(English)}\"");
    }

    private LocalizedText Operations(GrantDefinition grant)
    {
        var (records, all) = (Records(grant), grant.Operations.Select(AccessWords.Of).ToList());
        var (chinese, english) = (string.Join('、', all.Select(operation => operation.Chinese)), And(all.Select(operation => operation.In(English))));
        return (grant.Effect, all.Count) switch
        {
            (_, 0) => records,
            (GrantEffect.Deny, _) => new($"禁止{chinese}{records.Chinese}", $"never {english} {records.English}"),
            _ => new($"{chinese}{records.Chinese}", $"{english} {records.English}"),
        };
    }

    private LocalizedText Records(GrantDefinition grant)
    {
        var form = names.Form(grant.Form);
        var (chinese, english) = ($"“{form.Chinese}”", $"\"{form.In(English)}\"");
        var rows = AccessWords.Of(grant.Rows);
        if (grant.Rows != GrantedRows.Condition || grant.Condition is not { } condition)
        {
            return new($"{rows.Chinese}{chinese}", $"{rows.English} {english} records");
        }

        var formula = names.Formula(grant.Form, condition);
        return new($"{rows.Chinese}{chinese}（{formula.Chinese}）", $"{rows.English} {english} records ({formula.In(English)})");
    }

    private LocalizedText Fields(GrantDefinition grant, FieldGrantDefinition fields)
    {
        var told = Told(fields.Access, Labels(grant.Form, fields.Fields));
        if (fields.When is not { } when)
        {
            return told;
        }

        var formula = names.Formula(grant.Form, when);
        return new($"{formula.Chinese} 时{told.Chinese}", $"{told.English} while {formula.In(English)}");
    }

    private LocalizedText Labels(string form, IReadOnlyList<string> keys)
    {
        var labels = keys.Take(MostFields).Select(key => names.Field(form, key)).ToList();
        var (chinese, english) = (string.Concat(labels.Select(label => $"“{label.Chinese}”")), labels.Select(label => $"\"{label.In(English)}\""));
        var rest = keys.Count - labels.Count;
        return rest == 0 ? new(chinese, And(english)) : new($"{chinese}等 {keys.Count} 个字段", And([.. english, $"{rest} more"]));
    }

    private static LocalizedText Told(FieldAccess access, LocalizedText fields) => access switch
    {
        FieldAccess.Hidden => new($"看不到{fields.Chinese}", $"cannot see {fields.In(English)}"),
        FieldAccess.Masked => new($"{fields.Chinese}脱敏显示", $"sees {fields.In(English)} masked"),
        FieldAccess.Read => new($"{fields.Chinese}只读", $"cannot change {fields.In(English)}"),
        FieldAccess.Edit => new($"可编辑{fields.Chinese}", $"may change {fields.In(English)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, null),
    };

    private static string And(IEnumerable<string> words)
        => words.ToList() is [.. var before, var last] && before.Count > 0 ? $"{string.Join(", ", before)} and {last}" : string.Concat(words);
}
