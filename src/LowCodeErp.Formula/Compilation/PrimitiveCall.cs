using System.Linq.Expressions;
using System.Reflection;

namespace LowCodeErp.Formula.Compilation;

/// <summary>
/// Finds the overload of a primitive for the expressions at hand. Blanks follow from its parameters: decimal takes blank as
/// 0 and bool takes it as FALSE, while decimal? and the like are handed the blank.
/// </summary>
internal static class PrimitiveCall
{
    private static readonly ILookup<string, MethodInfo> Methods = typeof(FormulaPrimitives)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .ToLookup(method => method.Name, StringComparer.Ordinal);

    public static Expression Make(string name, IReadOnlyList<Expression> arguments, ParameterExpression context)
    {
        foreach (var candidate in Methods[name])
        {
            var method = candidate.IsGenericMethodDefinition ? Close(candidate, arguments) : candidate;
            if (method is not null && Adapt(method, arguments, context) is { } adapted)
            {
                return Expression.Call(method, adapted);
            }
        }

        throw new InvalidOperationException($"No primitive {name} takes ({string.Join(", ", arguments.Select(argument => argument.Type))}).");
    }

    private static List<Expression>? Adapt(MethodInfo method, IReadOnlyList<Expression> arguments, ParameterExpression context)
    {
        var parameters = method.GetParameters();
        var adapted = new List<Expression>();
        var next = 0;
        foreach (var parameter in parameters)
        {
            if (parameter.ParameterType == typeof(EvaluationContext))
            {
                adapted.Add(context);
            }
            else if (next < arguments.Count && Adapt(arguments[next], parameter.ParameterType) is { } argument)
            {
                adapted.Add(argument);
                next++;
            }
            else
            {
                return null;
            }
        }

        return next == arguments.Count ? adapted : null;
    }

    private static Expression? Adapt(Expression argument, Type type)
    {
        if (Nullable.GetUnderlyingType(type) == argument.Type)
        {
            // Before the next test, which holds for this pair too though a tree needs the conversion.
            return Expression.Convert(argument, type);
        }

        if (type.IsAssignableFrom(argument.Type))
        {
            return argument;
        }

        if (type == typeof(decimal) && argument.Type == typeof(decimal?))
        {
            return Expressions.OrZero(argument);
        }

        if (type == typeof(bool) && argument.Type == typeof(bool?))
        {
            return Expressions.Condition(argument);
        }

        return null;
    }

    private static MethodInfo? Close(MethodInfo method, IReadOnlyList<Expression> arguments)
    {
        var found = new Dictionary<Type, Type>();
        var parameters = method.GetParameters().Where(parameter => parameter.ParameterType != typeof(EvaluationContext)).ToArray();
        foreach (var (parameter, argument) in parameters.Zip(arguments))
        {
            Infer(parameter.ParameterType, argument.Type, found);
        }

        var types = method.GetGenericArguments();
        return types.All(found.ContainsKey) ? method.MakeGenericMethod(types.Select(type => found[type]).ToArray()) : null;
    }

    private static void Infer(Type parameter, Type argument, Dictionary<Type, Type> found)
    {
        if (Nullable.GetUnderlyingType(parameter) is { IsGenericParameter: true } inside)
        {
            found.TryAdd(inside, Nullable.GetUnderlyingType(argument) ?? argument);
        }
        else if (parameter.IsGenericParameter)
        {
            found.TryAdd(parameter, argument.IsValueType && Nullable.GetUnderlyingType(argument) is null
                ? typeof(Nullable<>).MakeGenericType(argument)
                : argument);
        }
        else if (parameter.IsGenericType && argument.IsArray)
        {
            Infer(parameter.GetGenericArguments()[0], argument.GetElementType()!, found);
        }
        else if (parameter.IsGenericType && argument.IsGenericType)
        {
            foreach (var (inner, actual) in parameter.GetGenericArguments().Zip(argument.GetGenericArguments()))
            {
                Infer(inner, actual, found);
            }
        }
    }
}
