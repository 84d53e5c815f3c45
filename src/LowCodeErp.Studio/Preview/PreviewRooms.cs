using System.Collections.Concurrent;
using LowCodeErp.Studio.Editing;

namespace LowCodeErp.Studio.Preview;

/// <summary>
/// Lets the frame in which a design is tried see the design while it is worked on. The frame is a page of its own, so that phone width means to
/// it what it means to a phone.
/// </summary>
public sealed class PreviewRooms
{
    private readonly ConcurrentDictionary<string, (DesignSession Session, long? Member)> _rooms = new(StringComparer.Ordinal);

    /// <param name="member">Who alone may look.</param>
    /// <returns>The name of the room, which nobody can guess.</returns>
    public string Open(DesignSession session, long? member)
    {
        ArgumentNullException.ThrowIfNull(session);
        var name = Guid.NewGuid().ToString("N");
        _rooms[name] = (session, member);
        return name;
    }

    public void Close(string name) => _rooms.TryRemove(name, out _);

    /// <summary>Null when there is no such room, or it is somebody else's.</summary>
    public DesignSession? Find(string name, long? member) => _rooms.TryGetValue(name, out var room) && room.Member == member ? room.Session : null;
}
