using System.Collections.Frozen;
using LowCodeErp.Runtime.Compilation;

namespace LowCodeErp.Runtime.Access.Designing;

/// <summary>What of an app somebody may design: all of it, some of its forms and nothing else, or nothing.</summary>
public sealed class DesignScope
{
    private readonly IReadOnlySet<string> _forms;
    private readonly IReadOnlySet<string> _known;

    private DesignScope(bool isWhole, IEnumerable<string> forms, IEnumerable<string> known)
    {
        (IsWhole, _forms) = (isWhole, forms.ToFrozenSet(StringComparer.Ordinal));
        _known = known.Concat(_forms).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Of the app's administrators.</summary>
    public static DesignScope Whole { get; } = new(isWhole: true, [], []);

    /// <summary>All of the app: its roles, menu and tier models too.</summary>
    public bool IsWhole { get; }

    public bool IsNone => !IsWhole && _forms.Count == 0;

    /// <param name="forms">Keys of those that may be designed.</param>
    /// <param name="known">Keys of those, of whatever app, that may be offered to refer to.</param>
    public static DesignScope OfForms(IEnumerable<string> forms, IEnumerable<string> known) => new(isWhole: false, forms, known);

    /// <summary>Whether the form of this key may be designed, if the app has it.</summary>
    public bool Includes(string form) => IsWhole || _forms.Contains(form);

    /// <summary>Whether a form of the scope may be offered to refer to that of this key.</summary>
    public bool Knows(string form) => IsWhole || _known.Contains(form);

    /// <summary>The app with its forms in the scope as one package has them, and everything else as another one does.</summary>
    public AppPackage Confine(AppPackage package, AppPackage rest)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(rest);
        return IsWhole ? package : rest with
        {
            Forms = [.. rest.Forms.Select(form => (Includes(form.Definition.Key) ? package.Forms.FirstOrDefault(own => own.Definition.Key == form.Definition.Key) : null) ?? form)],
        };
    }
}
