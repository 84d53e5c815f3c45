namespace LowCodeErp.Studio.Shell;

/// <summary>
/// In which window a member designs an app. There is one draft of it for each member, and so one window: where somebody opens the app
/// again, the window before keeps what was done in it and says that the work goes on elsewhere.
/// </summary>
public sealed class OpenDesigns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(long Member, string App), Func<Task>> _windows = [];

    /// <summary>Returns when the window before has kept its work.</summary>
    /// <param name="setAside">Keeps what was done in this window and ends the work in it.</param>
    public Task EnterAsync(long member, string app, Func<Task> setAside)
    {
        Func<Task>? before;
        lock (_lock)
        {
            before = _windows.GetValueOrDefault((member, app));
            _windows[(member, app)] = setAside;
        }

        return before?.Invoke() ?? Task.CompletedTask;
    }

    /// <summary>Nothing happens where another window has taken the place.</summary>
    public void Leave(long member, string app, Func<Task> setAside)
    {
        lock (_lock)
        {
            if (_windows.GetValueOrDefault((member, app)) == setAside)
            {
                _windows.Remove((member, app));
            }
        }
    }
}
