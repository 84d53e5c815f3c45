using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Runtime.Records;

namespace LowCodeErp.Runtime.Organisations;

/// <summary>The organisation in memory. Loaded at start, and again whenever the stored one has another stamp.</summary>
public sealed class CurrentOrganisation(IOrganisationStore store) : IOrganisation
{
    private volatile Organisation _current = Organisation.Empty;

    public event Action? Changed;

    public Organisation Current => _current;

    public async Task LoadAsync(CancellationToken cancellationToken = default) => Adopt(await store.ReadAsync(cancellationToken));

    /// <summary>Whether it was changed elsewhere since, or by a change of members or departments here.</summary>
    public async Task<bool> IsOutdatedAsync(CancellationToken cancellationToken = default)
        => await store.ReadStampAsync(cancellationToken) != Current.Stamp;

    public async Task<IReadOnlyList<Diagnostic>> ChangeAsync(
        Func<Organisation, DiagnosticBag, Organisation?> change, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(actor);
        var diagnostics = new DiagnosticBag();
        if (await store.ChangeAsync(stored => Allowed(stored, change(stored, diagnostics), actor, diagnostics), actor, cancellationToken) is { } changed)
        {
            Adopt(changed);
        }

        return diagnostics.Items;
    }

    /// <summary>Judged by what would be different, so that no way of changing it can forget to ask.</summary>
    private static Organisation? Allowed(Organisation before, Organisation? after, Actor actor, DiagnosticBag diagnostics)
    {
        if (after is null || IsAllowed(before, after, actor))
        {
            return after;
        }

        diagnostics.Add(OrganisationDiagnostics.NotAllowed(actor.Name));
        return null;
    }

    /// <summary>Somebody who was deactivated while a page was open changes nothing any more.</summary>
    private static bool IsAllowed(Organisation before, Organisation after, Actor actor) => actor.MemberId is not { } member
        ? actor.IsAdministrator
        : before.IsActive(member) && (actor.IsAdministrator || after.DiffersInAbsencesAlone(before, member));

    private void Adopt(Organisation organisation)
    {
        _current = organisation;
        Changed?.Invoke();
    }
}
