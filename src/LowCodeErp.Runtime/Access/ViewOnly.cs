namespace LowCodeErp.Runtime.Access;

/// <summary>
/// Whether what is being done is done while a member is only viewed. It goes along with the work wherever it is handed on to, so that the way to the database
/// can ask, and no store has to be told who is behind it (decision 0044).
/// </summary>
/// <example>
/// <code>
/// using (ViewOnly.Begin("李四"))
/// {
///     await next(context);   // whatever this wants to write is refused
/// }
/// </code>
/// </example>
public static class ViewOnly
{
    private static readonly AsyncLocal<string?> Flow = new();

    public static bool IsOn => Flow.Value is not null;

    /// <summary>Until it is disposed of. Within another it changes nothing.</summary>
    /// <param name="viewed">Who is viewed, as refusals call him.</param>
    public static IDisposable Begin(string viewed)
    {
        ArgumentNullException.ThrowIfNull(viewed);
        var span = new Span(Flow.Value);
        Flow.Value ??= viewed;
        return span;
    }

    /// <exception cref="OnlyViewingException">A member is only viewed.</exception>
    public static void RefuseWrites()
    {
        if (Flow.Value is { } viewed)
        {
            throw new OnlyViewingException(viewed);
        }
    }

    private sealed class Span(string? before) : IDisposable
    {
        public void Dispose() => Flow.Value = before;
    }
}
