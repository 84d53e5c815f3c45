using System.Reflection;

namespace LowCodeErp.Architecture.Tests.Snapshots;

/// <summary>The visible members of a type, one a line, in an order that does not depend on where they stand in the source.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Type type)
    {
        IEnumerable<string> members = type.IsEnum ? Enum.GetNames(type) : type.GetMembers(Declared).Where(IsVisible).Select(Describe).Order(StringComparer.Ordinal);
        return string.Concat(members.Select(member => $"  {member}\n").Prepend($"{Kind(type)} {FullName(type)}{Bases(type)}\n"));
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        // Accessors are told with their property; what a record adds by itself has a name that nobody can write.
        MethodInfo method => !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal) && !IsOfRecord(method) && IsReachable(method),
        ConstructorInfo constructor => IsReachable(constructor),
        PropertyInfo property => property.Name != "EqualityContract" && property.GetAccessors(nonPublic: true).Any(IsReachable),
        FieldInfo field => field.IsPublic || field.IsFamily,
        _ => false,
    };

    /// <summary>Abstract members are for authors too, and so are protected ones.</summary>
    private static bool IsReachable(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOfRecord(MethodInfo method)
        => method.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "Deconstruct" && method.DeclaringType!.GetMethod("<Clone>$") is not null;

    private static string Describe(MemberInfo member) => member switch
    {
        MethodInfo method => $"{Modifier(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        ConstructorInfo constructor => $".ctor({Parameters(constructor)})",
        PropertyInfo property => $"{Modifier(property.GetAccessors(nonPublic: true)[0])}{Name(property.PropertyType)} {property.Name} {{ {Accessors(property)} }}",
        FieldInfo field => $"{Name(field.FieldType)} {field.Name}",
        _ => member.Name,
    };

    private static string Accessors(PropertyInfo property)
        => string.Join(" ", property.GetAccessors(nonPublic: true).Where(IsReachable).Select(accessor => accessor.Name[..3] + ";"));

    private static string Modifier(MethodInfo method)
        => method.IsStatic ? "static " : method.DeclaringType!.IsInterface ? "" : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = …" : "")}"));

    private static string Kind(Type type)
        => type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : "class";

    private static string Bases(Type type)
    {
        var bases = type.GetInterfaces().Where(face => face.Namespace?.StartsWith("LowCodeErp", StringComparison.Ordinal) == true).Append(type.BaseType)
            .Where(found => found is not null && found != typeof(object) && found != typeof(ValueType) && found != typeof(Enum))
            .Select(found => Name(found!)).Order(StringComparer.Ordinal).ToList();
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
    }

    private static string FullName(Type type) => $"{type.Namespace}.{(type.DeclaringType is { } outer ? Name(outer) + "." : "")}{Name(type)}";

    private static string Name(Type type)
        => !type.IsGenericType ? type.Name : $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
}
