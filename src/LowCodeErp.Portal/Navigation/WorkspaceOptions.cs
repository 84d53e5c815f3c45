namespace LowCodeErp.Portal.Navigation;

/// <summary>Settings of the section <c>Workspace</c>.</summary>
public sealed class WorkspaceOptions
{
    public const string Section = "Workspace";

    /// <summary>The company's name, shown in the top bar and on the sign-in page.</summary>
    public string Name { get; set; } = "LowCodeErp";
}
