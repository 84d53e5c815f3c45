using System.Xml.Linq;
using LowCodeErp.Data.Platform;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace LowCodeErp.Data.Encryption;

/// <summary>The keys of ASP.NET's data protection in <c>sys_protection_key</c>. New ones are made when the workspace is opened and at no other time, see <see cref="KeyOpening"/>.</summary>
public sealed class KeyRing(PlatformContextFactory contexts) : IXmlRepository
{
    private readonly List<ProtectionKey> _added = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        var stored = context.ProtectionKeys.AsNoTracking().OrderBy(key => key.Name).ToList();
        return [.. stored.UnionBy(_added, key => key.Name).Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        _added.Add(new() { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
    }

    /// <summary>What was added since and has to be stored; it counts from then on, since what is protected with it is stored in the same transaction.</summary>
    internal IReadOnlyList<ProtectionKey> Added => _added;
}
