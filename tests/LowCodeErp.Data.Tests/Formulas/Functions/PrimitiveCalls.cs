using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using LowCodeErp.Data.Formulas.Functions;
using LowCodeErp.Data.Providers;
using LowCodeErp.Formula.Compilation;
using Npgsql;

namespace LowCodeErp.Data.Tests.Formulas.Functions;

/// <summary>A primitive called in memory and in a database, the whole batch of vectors at once; results as canonical texts.</summary>
internal static class PrimitiveCalls
{
    public static string? InMemory(MethodInfo primitive, object?[] vector)
    {
        var parameters = primitive.GetParameters();
        var arguments = parameters.Select((parameter, index) =>
            ScalarPrimitives.IsVariadic(parameter) ? vector[index..].Cast<string?>().ToArray()
            : parameter.ParameterType == typeof(EvaluationContext) ? new EvaluationContext(DateTime.UnixEpoch, TimeZoneInfo.FindSystemTimeZoneById((string)vector[index]!))
            : vector[index]).ToArray();
        try
        {
            return Show(primitive.Invoke(null, arguments));
        }
        catch (TargetInvocationException exception) when (exception.InnerException is OverflowException)
        {
            // A whole formula is blank then.
            return null;
        }
    }

    public static async Task<IReadOnlyList<string?>> InDatabaseAsync(WorkspaceConnections connections, MethodInfo primitive, IReadOnlyList<object?[]> vectors)
    {
        await using var connection = await connections.OpenReadAsync();
        await using var command = connection.CreateCommand();
        if (connections.Target.Provider == DatabaseProvider.Sqlite)
        {
            PrepareSqlite(command, primitive, vectors);
        }
        else
        {
            PreparePostgreSql((NpgsqlCommand)command, primitive, vectors);
        }

        var results = new List<string?>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            results.Add(reader.IsDBNull(0) ? null : Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture));
        }

        return results;
    }

    public static string? Show(object? value) => value switch
    {
        null => null,
        decimal number => FormulaPrimitives.NumberText(number),
        bool boolean => boolean ? "1" : "0",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private static void PrepareSqlite(DbCommand command, MethodInfo primitive, IReadOnlyList<object?[]> vectors)
    {
        var arguments = string.Join(", ", vectors[0].Select((_, index) => $"json_extract(value, '$[{index}]')"));
        command.CommandText = $"SELECT {ScalarPrimitives.NameOf(primitive)}({arguments}) FROM json_each($vectors) ORDER BY key";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "$vectors";
        parameter.Value = JsonSerializer.Serialize(vectors.Select(vector => vector.Select(value => value is bool boolean ? (object)(boolean ? 1 : 0) : Show(value))));
        command.Parameters.Add(parameter);
    }

    private static void PreparePostgreSql(NpgsqlCommand command, MethodInfo primitive, IReadOnlyList<object?[]> vectors)
    {
        var types = primitive.GetParameters().Select(parameter => TypeOf(parameter.ParameterType)).ToArray();
        var columns = Enumerable.Range(0, vectors[0].Length).ToArray();
        var arguments = string.Join(", ", columns.Select(index => $"a{index}::{types[Math.Min(index, types.Length - 1)]}"));
        var call = $"{ScalarPrimitives.NameOf(primitive)}({arguments})";
        var result = Nullable.GetUnderlyingType(primitive.ReturnType) ?? primitive.ReturnType;
        var shown = result == typeof(decimal) ? $"trim_scale({call})::text"
            : result == typeof(bool) ? $"{call}::integer::text"
            : result == typeof(DateTime) ? $"rtrim(rtrim(to_char({call} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.')"
            : $"{call}::text";
        command.CommandText = $"""
            SELECT {shown}
            FROM unnest({string.Join(", ", columns.Select(index => $"${index + 1}"))}) WITH ORDINALITY AS v ({string.Join(", ", columns.Select(index => $"a{index}"))}, place)
            ORDER BY place
            """;
        foreach (var index in columns)
        {
            var suffix = types[Math.Min(index, types.Length - 1)] == "timestamptz" ? "+00" : "";
            command.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. vectors.Select(vector => Show(vector[index]) is { } text ? text + suffix : null)] });
        }
    }

    private static string TypeOf(Type type)
        => type == typeof(decimal) || type == typeof(decimal?) ? "numeric"
            : type == typeof(bool) || type == typeof(bool?) ? "integer::boolean"
            : type == typeof(DateOnly) || type == typeof(DateOnly?) ? "date"
            : type == typeof(DateTime) ? "timestamp"
            : type == typeof(DateTime?) ? "timestamptz"
            : "text";
}
