using System.Reflection;

namespace LowCodeErp.Runtime.Extensibility;

/// <summary>Finds extension classes, so that adding one means adding its folder and nothing else.</summary>
public static class ExtensionScanner
{
    public static IEnumerable<Type> Find<TExtension>(Assembly assembly) where TExtension : IExtension
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.GetExportedTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(TExtension)));
    }
}
