using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Organisations;

/// <summary>The organisation in force, and the way to change it.</summary>
public interface IOrganisation
{
    /// <summary>Read once at the start of a piece of work and passed on, so that the piece sees one organisation throughout.</summary>
    Organisation Current { get; }

    /// <summary>Raised after <see cref="Current"/> has changed, on any thread.</summary>
    event Action? Changed;

    /// <summary>
    /// Applies a change to the organisation as it is stored, while nobody else changes it. Administrators may change everything, others their own absences.
    /// </summary>
    /// <param name="change">Gives null to leave everything as it is; it says itself why.</param>
    /// <returns>What keeps it from being stored; nothing when it was.</returns>
    Task<IReadOnlyList<Diagnostic>> ChangeAsync(Func<Organisation, DiagnosticBag, Organisation?> change, Actor actor, CancellationToken cancellationToken = default);
}
