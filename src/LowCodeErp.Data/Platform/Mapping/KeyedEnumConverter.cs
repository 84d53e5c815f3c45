using System.Collections.Frozen;
using LowCodeErp.Core.Naming;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LowCodeErp.Data.Platform.Mapping;

/// <summary>Stores an enum as its key: readable without the program, and independent of the order of its members.</summary>
internal sealed class KeyedEnumConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => KeyedEnum.ToKey(value),
    key => FromKey(key))
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<string, TEnum> _values =
        Enum.GetValues<TEnum>().ToFrozenDictionary(value => KeyedEnum.ToKey(value));

    private static TEnum FromKey(string key) => _values[key];
}

internal static class KeyedEnum
{
    public const int MaximumLength = 20;

    public static string ToKey<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => Keys<TEnum>.ByValue[value];

    /// <summary>Made once: every history entry is hashed with two of them.</summary>
    private static class Keys<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => Key.FromName(value.ToString()));
    }
}
