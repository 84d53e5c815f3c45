using System.Reflection;
using LowCodeErp.Core.Naming;
using LowCodeErp.Formula.Compilation;

namespace LowCodeErp.Data.Formulas.Functions;

/// <summary>
/// The primitives of formulas that work on single values and so exist in every database as functions, under
/// <see cref="NameOf(MethodInfo)"/>. What runs as SQL is called in the order of its parameters, the time zone last in place of the context.
/// </summary>
internal static class ScalarPrimitives
{
    private static readonly HashSet<Type> _values =
    [
        typeof(decimal), typeof(decimal?), typeof(bool), typeof(bool?), typeof(string), typeof(DateOnly), typeof(DateOnly?),
        typeof(DateTime), typeof(DateTime?),
    ];

    public static IReadOnlyList<MethodInfo> All { get; } =
        [.. typeof(FormulaPrimitives).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(IsScalar)];

    public static string NameOf(MethodInfo primitive)
    {
        ArgumentNullException.ThrowIfNull(primitive);
        return NameOf(primitive.Name);
    }

    /// <summary><c>StartOfDay</c> is <c>lc_start_of_day</c>.</summary>
    public static string NameOf(string primitive) => $"lc_{Key.ToColumn(Key.FromName(primitive))}";

    private static bool IsScalar(MethodInfo method)
    {
        var parameters = method.GetParameters();
        return !method.IsGenericMethod
            && method.GetCustomAttribute<MemoryOnlyAttribute>() is null
            && _values.Contains(method.ReturnType)
            && Array.Exists(parameters, parameter => parameter.ParameterType != typeof(EvaluationContext))
            && Array.TrueForAll(parameters, parameter => IsTaken(parameter, parameters.Length));
    }

    private static bool IsTaken(ParameterInfo parameter, int count)
        => _values.Contains(parameter.ParameterType)
            || (parameter.Position == count - 1 && (parameter.ParameterType == typeof(EvaluationContext) || IsVariadic(parameter)));

    public static bool IsVariadic(ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.ParameterType == typeof(IReadOnlyList<string>);
    }
}
