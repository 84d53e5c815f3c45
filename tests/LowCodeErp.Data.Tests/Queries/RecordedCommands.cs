using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LowCodeErp.Data.Tests.Queries;

/// <summary>The commands that EF sends, and the queries it compiles, on behalf of the test that records, whatever runs beside it.</summary>
internal sealed class RecordedCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<RecordedCommands?> _current = new();
    private static readonly IDisposable _subscription = DiagnosticListener.AllListeners.Subscribe(new RecordedCommands());

    private readonly List<string> _commands = [];
    private int _compilations;

    public static async Task<IReadOnlyList<string>> DuringAsync(Func<Task> action) => (await RecordAsync(action))._commands;

    /// <summary>How many queries EF had to compile, since it knew none like them.</summary>
    public static async Task<int> CountCompilationsAsync(Func<Task> action) => (await RecordAsync(action))._compilations;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (_current.Value is not { } recorded)
        {
            return;
        }

        if (value.Value is CommandEventData data && value.Key == RelationalEventId.CommandExecuting.Name)
        {
            recorded._commands.Add(data.Command.CommandText.ReplaceLineEndings("\n"));
        }
        else if (value.Key == CoreEventId.QueryCompilationStarting.Name)
        {
            recorded._compilations++;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static async Task<RecordedCommands> RecordAsync(Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(_subscription);
        var recorded = new RecordedCommands();
        _current.Value = recorded;
        await action();
        _current.Value = null;
        return recorded;
    }
}
