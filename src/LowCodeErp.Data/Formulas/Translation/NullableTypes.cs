namespace LowCodeErp.Data.Formulas.Translation;

/// <summary>Types with and without room for blank.</summary>
internal static class NullableTypes
{
    public static Type UnwrapNullable(this Type type) => Nullable.GetUnderlyingType(type) ?? type;

    public static Type WrapNullable(this Type type)
        => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
}
