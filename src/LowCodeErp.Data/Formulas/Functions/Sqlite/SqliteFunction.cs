using System.Linq.Expressions;
using System.Reflection;
using LowCodeErp.Formula.Compilation;
using SQLitePCL;

namespace LowCodeErp.Data.Formulas.Functions.Sqlite;

/// <summary>A method as a function of SQLite: one compiled delegate that reads arguments, calls it and hands over the result.</summary>
internal sealed class SqliteFunction
{
    private static readonly Dictionary<Type, MethodInfo> _readers = new()
    {
        [typeof(decimal)] = Reader(nameof(SqliteArgument.Number)),
        [typeof(string)] = Reader(nameof(SqliteArgument.Text)),
        [typeof(bool)] = Reader(nameof(SqliteArgument.Boolean)),
        [typeof(DateOnly)] = Reader(nameof(SqliteArgument.Date)),
        [typeof(DateTime)] = Reader(nameof(SqliteArgument.Moment)),
        [typeof(EvaluationContext)] = Reader(nameof(SqliteArgument.Zone)),
    };

    /// <summary>Of last parameters that take any number of arguments.</summary>
    private static readonly Dictionary<Type, MethodInfo> _listReaders = new()
    {
        [typeof(IReadOnlyList<string>)] = Reader(nameof(SqliteArgument.Texts)),
        [typeof(IReadOnlyList<decimal?>)] = Reader(nameof(SqliteArgument.Numbers)),
    };

    private readonly Lazy<Action<sqlite3_context, sqlite3_value[]>> _call;

    public SqliteFunction(string name, MethodInfo method)
    {
        Name = name;
        var parameters = method.GetParameters();
        ArgumentCount = parameters.Length > 0 && _listReaders.ContainsKey(parameters[^1].ParameterType) ? -1 : parameters.Length;
        _call = new(() => Compile(method));
    }

    public string Name { get; }

    /// <summary>-1 for any number.</summary>
    public int ArgumentCount { get; }

    public void Invoke(sqlite3_context context, object state, sqlite3_value[] arguments)
        => Guard(context, () => _call.Value(context, arguments));

    /// <summary>Never throws: an exception would end the process on its way through SQLite.</summary>
    public static void Guard(sqlite3_context context, Action call)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            call();
        }
        catch (OverflowException)
        {
            // The one failure that primitives throw for: a number beyond decimal. In databases it is blank.
            raw.sqlite3_result_null(context);
        }
#pragma warning disable CA1031 // Whatever it is: it is a bug, and the statement fails with it as it would on a server.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            raw.sqlite3_result_error(context, exception.Message);
        }
    }

    private static Action<sqlite3_context, sqlite3_value[]> Compile(MethodInfo method)
    {
        var context = Expression.Parameter(typeof(sqlite3_context));
        var values = Expression.Parameter(typeof(sqlite3_value[]));
        var result = Expression.Call(method, method.GetParameters().Select(parameter => Read(parameter, values)));
        var setter = typeof(SqliteResult).GetMethod(nameof(SqliteResult.Set), [typeof(sqlite3_context), OrBlank(method.ReturnType)])!;
        var set = Expression.Call(setter, context, Expression.Convert(result, OrBlank(method.ReturnType)));
        return Expression.Lambda<Action<sqlite3_context, sqlite3_value[]>>(set, context, values).Compile();
    }

    private static Expression Read(ParameterInfo parameter, ParameterExpression values)
    {
        if (_listReaders.TryGetValue(parameter.ParameterType, out var reader))
        {
            return Expression.Call(reader, values, Expression.Constant(parameter.Position));
        }

        var type = parameter.ParameterType;
        var argument = Expression.Call(
            _readers[Nullable.GetUnderlyingType(type) ?? type], Expression.ArrayIndex(values, Expression.Constant(parameter.Position)));
        // A number that may not be blank is 0 then, a condition false.
        return argument.Type == type ? argument : Expression.Coalesce(argument, Expression.Default(type));
    }

    private static Type OrBlank(Type type)
        => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;

    private static MethodInfo Reader(string name) => typeof(SqliteArgument).GetMethod(name)!;
}
