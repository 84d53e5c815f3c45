using System.Data.Common;
using System.Linq.Expressions;
using LowCodeErp.Data.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LowCodeErp.Data.Flows;

/// <summary>Makes records out of rows as EF would: by the types and conversions of its model, compiled once.</summary>
internal static class RowReader
{
    /// <param name="properties">In the order of the columns that are read.</param>
    public static Func<DbDataReader, TRow> Compile<TRow>(IReadOnlyList<IProperty> properties)
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        var members = properties.Select((property, ordinal) => Expression.Bind(property.PropertyInfo!, Value(property, reader, ordinal)));
        return Expression.Lambda<Func<DbDataReader, TRow>>(Expression.MemberInit(Expression.New(typeof(TRow)), members), reader).Compile();
    }

    private static Expression Value(IProperty property, ParameterExpression reader, int ordinal)
    {
        var mapping = property.GetRelationalTypeMapping();
        var place = Expression.Constant(ordinal);
        var method = mapping.GetDataReaderMethod();
        var instance = Expression.Convert(reader, method.DeclaringType!.IsAssignableFrom(typeof(DbDataReader)) ? typeof(DbDataReader) : method.DeclaringType);
        var value = mapping.CustomizeDataReaderExpression(Expression.Call(instance, method, place));
        if (mapping.Converter is { } converter)
        {
            var provided = value.Type == converter.ProviderClrType ? value : Expression.Convert(value, converter.ProviderClrType);
            value = Expression.Invoke(converter.ConvertFromProviderExpression, provided);
        }

        if (property.ClrType == typeof(decimal))
        {
            value = Expression.Divide(value, Expression.Constant(StoreColumn.WithoutTrailingZeros));
        }

        var typed = value.Type == property.ClrType ? value : Expression.Convert(value, property.ClrType);
        return property.IsNullable
            ? Expression.Condition(Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, place), Expression.Default(property.ClrType), typed)
            : typed;
    }
}
