using System.Text.Json;
using LowCodeErp.Core.Diagnostics;

namespace LowCodeErp.Metadata.Json;

/// <summary>One run over one text: where the reader is, and what it found wrong.</summary>
/// <param name="file">Null when the text has no file of its own; then only paths are told, not lines.</param>
/// <param name="basePath">The path of the whole text within its definition.</param>
internal sealed class JsonReading(ReadOnlyMemory<byte> text, string? file, string basePath)
{
    /// <summary>A person mends no more at a time, and a hostile text must not fill the memory with messages.</summary>
    private const int MaximumErrors = 1000;

    private readonly Stack<(string? Name, int Index)> _segments = [];
    private readonly List<Diagnostic> _errors = [];

    public IReadOnlyList<Diagnostic> Errors => _errors;

    public LinePositions Lines { get; } = new(text);

    public void Enter(string member) => _segments.Push((member, 0));

    public void Enter(int item) => _segments.Push((null, item));

    public void Leave() => _segments.Pop();

    /// <param name="report">Makes the diagnostic for a path; not called once there are too many.</param>
    public void Report(long offset, Func<string, Diagnostic> report)
    {
        if (_errors.Count < MaximumErrors)
        {
            _errors.Add(report(PlaceAt(offset)));
        }
        else if (_errors.Count == MaximumErrors)
        {
            _errors.Add(MetadataDiagnostics.TooManyErrors(file ?? basePath, MaximumErrors));
        }
    }

    /// <summary>Reports the one error of a text that is no JSON; what was found before it counts no more.</summary>
    public void Abandon(long offset, Func<string, Diagnostic> report)
    {
        _errors.Clear();
        _segments.Clear();
        Report(offset, report);
    }

    /// <summary>The text of a string or name; half a surrogate pair is reported and replaced.</summary>
    public string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Safe: the token is a string or a name, so only its escapes can be at fault; there is no way to ask beforehand.
            Report(reader.TokenStartIndex, MetadataDiagnostics.BadText);
            return "\uFFFD";
        }
    }

    /// <summary>The only place that composes <c>forms/order.json:12:5 fields[2].type</c>.</summary>
    private string PlaceAt(long offset)
    {
        var path = _segments.Reverse().Aggregate(basePath, (path, segment) =>
            segment.Name is null ? JsonPath.Item(path, segment.Index) : JsonPath.Member(path, segment.Name));
        if (file is null)
        {
            return path;
        }

        var (line, column) = Lines.At(offset);
        return path.Length == 0 ? $"{file}:{line}:{column}" : $"{file}:{line}:{column} {path}";
    }
}
