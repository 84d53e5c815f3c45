using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Organisations;

/// <summary>Keeps who belongs where. There are some thousands of members, so it is always read as a whole.</summary>
public interface IOrganisationStore
{
    Task<Organisation> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Another one after every change, be it of departments, of members or of who belongs where.</summary>
    Task<string> ReadStampAsync(CancellationToken cancellationToken = default);

    /// <summary>Applies a change to the organisation as it stands, while nobody else changes it, and writes down what the actor changed.</summary>
    /// <param name="change">Gives null to leave everything as it is.</param>
    /// <returns>The organisation as it is afterwards; null when nothing was stored.</returns>
    Task<Organisation?> ChangeAsync(Func<Organisation, Organisation?> change, Actor actor, CancellationToken cancellationToken = default);

    /// <summary>As part of a transaction that the caller commits, and of something that he writes down.</summary>
    Task<Organisation?> ChangeAsync(Func<Organisation, Organisation?> change, IRecordTransaction transaction, CancellationToken cancellationToken = default);
}
