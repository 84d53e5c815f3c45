namespace LowCodeErp.Runtime.Records;

/// <summary>Who asks. Every read and every write names its actor; nothing is done by nobody.</summary>
/// <param name="MemberId">Null for the system itself: commands, templates, tier runs.</param>
/// <param name="Name">As the history shows it.</param>
/// <param name="IsAdministrator">May publish, import and change what other people entered.</param>
public sealed record Actor(long? MemberId, string Name, bool IsAdministrator)
{
    /// <summary>The main department of the member, for formulas; null when he has none.</summary>
    public long? DepartmentId { get; init; }

    /// <summary>Commands at the server's console, and whatever the server does of its own accord.</summary>
    public static Actor System { get; } = new(null, "system", IsAdministrator: true);

    /// <summary>From where a person asks, as the server saw it; null where that is not known.</summary>
    public string? Address { get; init; }

    /// <summary>Who sees the program as this member; null where the member sits there himself. Then nothing can be changed.</summary>
    public Onlooker? SeenBy { get; init; }

    /// <summary>
    /// The task that the member works at: of its record he then sees and changes what the task gives, no less and no more, whatever he may do besides. Null where
    /// he works at none.
    /// </summary>
    public HeldTask? Task { get; init; }
}
