using System.Net;
using System.Net.Sockets;

namespace LowCodeErp.Runtime.Flows.Webhooks;

/// <summary>
/// Which addresses a webhook may call. Whoever designs a flow names the address, and the server calls it from within the company's network: so it must not
/// become a way to what only the server can reach. Names are judged by the addresses that they lead to, at the moment of connecting.
/// </summary>
/// <param name="allowedHosts">Host names or addresses within the own network that the operator has opened, as written in addresses.</param>
public sealed class WebhookGuard(IEnumerable<string> allowedHosts)
{
    private static readonly IPNetwork[] Inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
            "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private readonly HashSet<string> _allowed = new(allowedHosts, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the operator has opened the host, wherever it leads.</summary>
    public bool Allows(string host) => _allowed.Contains(host);

    /// <summary>Whether everybody on the internet can reach the address too.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Inner.Any(network => network.Contains(plain));
    }

    /// <summary>Connects to the first of the host's addresses that may be called.</summary>
    /// <exception cref="WebhookRefusedException">None may.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        var addresses = await Dns.GetHostAddressesAsync(place.Host, cancellationToken);
        var callable = Allows(place.Host) ? addresses : [.. addresses.Where(IsPublic)];
        if (callable.Length == 0)
        {
            throw new WebhookRefusedException(place.Host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(callable, place.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
