using LowCodeErp.Core.Naming;

namespace LowCodeErp.Core.Diagnostics;

/// <summary>Collects every mistake of one reading, so that an author sees all of them at once.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];

    public IReadOnlyList<Diagnostic> Items => _items;

    public bool HasErrors => _items.Exists(item => item.Severity == Severity.Error);

    public void Error(string code, string path, LocalizedText message) => _items.Add(new(code, Severity.Error, path, message));

    public void Warning(string code, string path, LocalizedText message) => _items.Add(new(code, Severity.Warning, path, message));

    public void Add(Diagnostic diagnostic) => _items.Add(diagnostic);

    public void RemoveAll(Predicate<Diagnostic> match) => _items.RemoveAll(match);

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _items.AddRange(diagnostics);
}
