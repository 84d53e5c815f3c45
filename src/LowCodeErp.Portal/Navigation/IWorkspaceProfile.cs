namespace LowCodeErp.Portal.Navigation;

/// <summary>How the workspace presents itself, also to people who have not signed in yet.</summary>
public interface IWorkspaceProfile
{
    /// <summary>The company's name, for the top bar and the sign-in page.</summary>
    ValueTask<string> GetNameAsync(CancellationToken cancellationToken);
}
