using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LowCodeErp.Data.Tests.Queries;

/// <summary>The commands that EF sends on behalf of the test that records, whatever runs beside it.</summary>
internal sealed class RecordedCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<List<string>?> _current = new();
    private static readonly IDisposable _subscription = DiagnosticListener.AllListeners.Subscribe(new RecordedCommands());

    public static async Task<IReadOnlyList<string>> DuringAsync(Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(_subscription);
        var commands = new List<string>();
        _current.Value = commands;
        await action();
        _current.Value = null;
        return commands;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData data && value.Key == RelationalEventId.CommandExecuting.Name)
        {
            _current.Value?.Add(data.Command.CommandText.ReplaceLineEndings("\n"));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
