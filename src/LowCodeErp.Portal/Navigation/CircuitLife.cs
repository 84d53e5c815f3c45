using Microsoft.AspNetCore.Components.Server.Circuits;

namespace LowCodeErp.Portal.Navigation;

/// <summary>Whether the open page that a scope of services belongs to is still there.</summary>
public sealed class CircuitLife : CircuitHandler
{
    /// <summary>From then on its services are disposed of, while work for it may still be under way. Nobody sees what comes of that.</summary>
    public bool IsOver { get; private set; }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsOver = true;
        return Task.CompletedTask;
    }
}
