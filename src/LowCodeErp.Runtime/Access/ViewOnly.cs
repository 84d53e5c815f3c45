namespace LowCodeErp.Runtime.Access;

/// <summary>
/// Whether what is being done is done while a member is only viewed. It goes along with the work wherever it is handed on to, so that the way to the database
/// can ask, and no store has to be told who is behind it (decision 0044).
/// </summary>
/// <example>
/// <code>
/// using (ViewOnly.Begin())
/// {
///     await next(context);   // whatever this wants to write is refused
/// }
/// </code>
/// </example>
public static class ViewOnly
{
    private static readonly AsyncLocal<bool> Flow = new();

    public static bool IsOn => Flow.Value;

    /// <summary>Until it is disposed of. Within another it changes nothing.</summary>
    public static IDisposable Begin()
    {
        var span = new Span(Flow.Value);
        Flow.Value = true;
        return span;
    }

    /// <exception cref="OnlyViewingException">A member is only viewed.</exception>
    public static void RefuseWrites()
    {
        if (IsOn)
        {
            throw new OnlyViewingException();
        }
    }

    private sealed class Span(bool before) : IDisposable
    {
        public void Dispose() => Flow.Value = before;
    }
}
