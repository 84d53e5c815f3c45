using LowCodeErp.Core.Naming;
using LowCodeErp.Metadata.Json;
using LowCodeErp.Metadata.Settings;

namespace LowCodeErp.UI.Extending.Settings;

/// <summary>Tells how a member is edited from its type and its attributes.</summary>
internal static class MemberKind
{
    private static readonly Dictionary<Type, SettingsKind> Plain = new()
    {
        [typeof(int)] = SettingsKind.WholeNumber,
        [typeof(long)] = SettingsKind.WholeNumber,
        [typeof(decimal)] = SettingsKind.Number,
        [typeof(DateOnly)] = SettingsKind.Date,
        [typeof(DateTime)] = SettingsKind.Moment,
        [typeof(TimeOnly)] = SettingsKind.Time,
        [typeof(LocalizedText)] = SettingsKind.LocalizedText,
    };

    /// <summary>Null when nothing edits such a member.</summary>
    public static SettingsKind? Of(DefinitionMember member)
    {
        var type = Nullable.GetUnderlyingType(member.Property.PropertyType) ?? member.Property.PropertyType;
        return type switch
        {
            _ when type == typeof(string) => OfText(member),
            _ when type == typeof(bool) => member.IsNullable ? SettingsKind.Choice : SettingsKind.YesNo,
            { IsEnum: true } => SettingsKind.Choice,
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => OfList(member, type.GetGenericArguments()[0]),
            _ => Plain.TryGetValue(type, out var kind) ? kind : null,
        };
    }

    private static SettingsKind OfText(DefinitionMember member)
        => Has<FormKeyAttribute>(member) ? SettingsKind.Form
            : Has<FieldKeyAttribute>(member) ? SettingsKind.Field
            : Has<TierModelKeyAttribute>(member) ? SettingsKind.TierModel
            : Has<ConditionAttribute>(member) ? SettingsKind.Condition
            : SettingsKind.Text;

    private static SettingsKind? OfList(DefinitionMember member, Type item)
        => item == typeof(string) ? Has<FieldKeyAttribute>(member) ? SettingsKind.Fields : SettingsKind.Texts
            : item.IsEnum ? SettingsKind.Choices
            : item.IsClass && item.GetMethod("<Clone>$") is not null ? SettingsKind.Records
            : null;

    private static bool Has<TAttribute>(DefinitionMember member) where TAttribute : Attribute => member.Property.IsDefined(typeof(TAttribute), inherit: false);
}
