namespace LowCodeErp.UI.Extending.Files;

/// <summary>The files that are on their way into one record. Who saves it waits for them: a page that goes on would cut them off.</summary>
public sealed class PendingUploads
{
    private readonly List<Task<bool>> _sending = [];

    public bool Any => _sending.Exists(upload => !upload.IsCompleted);

    /// <param name="upload">Whether every file of it came.</param>
    public void Add(Task<bool> upload)
    {
        _sending.RemoveAll(other => other.IsCompleted);
        _sending.Add(upload);
    }

    /// <summary>Until nothing is on its way, also of what is chosen meanwhile.</summary>
    /// <returns>Whether every file came; otherwise one was refused, cancelled or broke off, and its field says so.</returns>
    public async Task<bool> WaitAsync()
    {
        var came = true;
        while (_sending.Find(upload => !upload.IsCompleted) is { } upload)
        {
            came &= await upload;
        }

        return came;
    }
}
